package praya.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.http.Address;
import praya.http.Address.Parameter;
import praya.http.Frame;

/**
 * The directory: what was asked, how it can be narrowed, what was found.
 *
 * @param facets in the order of the page
 * @param chips the filters that are applied
 * @param repairs for a list without hits: filters to take off, with what that would find
 * @param nearest for a list without hits: terms that look like its words
 */
public record DirectoryPage(
    Asked asked,
    List<FacetGroup> facets,
    List<Chip> chips,
    Results results,
    List<Repair> repairs,
    List<Near> nearest,
    Links links) {
  public DirectoryPage {
    facets = List.copyOf(facets);
    chips = List.copyOf(chips);
    repairs = List.copyOf(repairs);
    nearest = List.copyOf(nearest);
  }

  /**
   * The query as it stands in the address.
   *
   * @param carried every other parameter, for hidden fields of the search form
   * @param sorts the orders to choose from
   * @param views cards and table
   */
  public record Asked(
      String text, List<Parameter> carried, List<Frame.Choice> sorts, List<Frame.Choice> views) {
    public Asked {
      carried = List.copyOf(carried);
      sorts = List.copyOf(sorts);
      views = List.copyOf(views);
    }

    /** Reads {@code q}, {@code sort} and {@code view} from the frame's address. */
    public static Asked of(Frame frame) {
      Address here = frame.here().without("cursor");
      String sort = here.value("sort").orElse("relevance");
      List<Frame.Choice> sorts = new ArrayList<>();
      for (String code : sorts(frame.language(), sort)) {
        String href = here.with("sort", code, "relevance").href();
        sorts.add(new Frame.Choice(frame.say("sort." + code), null, href, code.equals(sort)));
      }
      boolean table = here.has("view", "table");
      List<Frame.Choice> views =
          List.of(
              new Frame.Choice(frame.say("view.cards"), null, here.without("view").href(), !table),
              new Frame.Choice(
                  frame.say("view.table"), null, here.with("view", "table").href(), table));
      return new Asked(here.value("q").orElse(""), here.without("q").parameters(), sorts, views);
    }

    /** Orders of Chinese names are offered to readers of Chinese, and to whoever has chosen one. */
    private static List<String> sorts(Language language, String chosen) {
      List<String> codes = new ArrayList<>(List.of("relevance", "name"));
      for (String order : List.of("stroke", "pinyin")) {
        if (language != Language.EN || order.equals(chosen)) {
          codes.add(order);
        }
      }
      codes.addAll(List.of("newest", "confirmed"));
      return codes;
    }

    public boolean table() {
      return views.get(1).current();
    }
  }

  /**
   * What was found.
   *
   * @param total of all pages
   * @param alsoSearched synonyms and corrected spellings that were searched as well
   * @param relaxed not all of these have all the words
   * @param whole how many have
   * @param stopped the search was more work than one may cause, so there may be more
   * @param filtered whether the list is narrowed at all: an empty list says different things
   */
  public record Results(
      long total,
      List<Card> cards,
      List<String> alsoSearched,
      boolean relaxed,
      long whole,
      boolean stopped,
      boolean filtered) {
    public Results {
      cards = List.copyOf(cards);
      alsoSearched = List.copyOf(alsoSearched);
    }
  }

  /** A filter that stands in the way: without it there would be this many hits. */
  public record Repair(String label, String href, long total) {}

  /** A term that looks like what was asked, and the organisations that carry it. */
  public record Near(String label, String href, long total) {}

  /**
   * Where one can go from the list.
   *
   * @param clear without any filter and query; null when there is nothing to clear
   */
  public record Links(
      @Nullable String clear,
      @Nullable String first,
      @Nullable String next,
      String csv,
      String json) {

    /** The links of the frame's address, with the cursor of the next page, null at the end. */
    public static Links of(Frame frame, @Nullable String nextCursor) {
      Address here = frame.here();
      Address whole = here.without("cursor");
      Address bare = Address.of(here.path());
      if (here.has("view", "table")) {
        bare = bare.with("view", "table");
      }
      String clear = whole.without("sort").equals(bare) ? null : bare.href();
      Address export = whole.without("view").with("lang", frame.language().tag());
      return new Links(
          clear,
          here.values("cursor").isEmpty() ? null : whole.href(),
          nextCursor == null ? null : here.with("cursor", nextCursor).href(),
          export.at("/organisations.csv").href(),
          export.without("lang").with("limit", "100").at("/api/v1/organisations").href());
    }
  }
}
