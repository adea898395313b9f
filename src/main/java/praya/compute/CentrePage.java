package praya.compute;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Phrase;
import praya.http.Source;
import praya.organisation.AllocationItem;
import praya.organisation.Names;

/**
 * The compute centre: its capacity, who holds how much of it, and what is publicly known.
 *
 * @param figures capacity, granted, used: the three or four numbers on top
 * @param holdings every allocation with its holder, for the table beside the timeline
 * @param reported organisations that were publicly reported as users; amounts are not public
 */
public record CentrePage(
    About about,
    List<Figure> figures,
    CapacityChart capacity,
    TimelineChart timeline,
    List<Holding> holdings,
    List<Reported> reported,
    Facts facts) {
  public CentrePage {
    figures = List.copyOf(figures);
    holdings = List.copyOf(holdings);
    reported = List.copyOf(reported);
  }

  /** Whether any allocation is a demonstration record, so that charts and texts must say so. */
  public boolean fictional() {
    return holdings.stream().anyMatch(h -> h.item().allocation().content().fictional());
  }

  /** Which centre, and the day the numbers are of. */
  public record About(Phrase name, List<Phrase> otherNames, @Nullable Phrase note, LocalDate asOf) {
    public About {
      otherNames = List.copyOf(otherNames);
    }
  }

  /**
   * A number of the centre.
   *
   * @param detail what it is made of or compared with
   * @param fictional whether it comes from demonstration records
   */
  public record Figure(
      String label,
      String value,
      String unit,
      @Nullable String detail,
      List<Source> sources,
      boolean fictional) {
    public Figure {
      sources = List.copyOf(sources);
    }
  }

  /**
   * An allocation and whose it is.
   *
   * @param holder null for one whose holder the reader may not know
   * @param name the holder's name, or words for that it is not told
   */
  public record Holding(@Nullable Names holder, Phrase name, AllocationItem item) {

    /** An allocation with a holder that is told. */
    public Holding(Names holder, AllocationItem item) {
      this(holder, holder.main(), item);
    }

    /** The same for allocations of one known holder, and for no others. */
    String key() {
      return holder == null ? "?" + item.allocation().id() : holder.href();
    }
  }

  /** A publicly reported user of the centre. */
  public record Reported(Names names, Phrase fact, LocalDate date) {}

  /** What is publicly known of the centre beside its capacity, and what was looked for in vain. */
  public record Facts(List<Fact> items, List<Phrase> notFound) {
    public Facts {
      items = List.copyOf(items);
      notFound = List.copyOf(notFound);
    }
  }

  /**
   * A fact about the centre with its source.
   *
   * @param status such as "illustrative"; null for a plain public fact
   */
  public record Fact(
      String label,
      String value,
      @Nullable Phrase note,
      @Nullable String status,
      List<Source> sources) {
    public Fact {
      sources = List.copyOf(sources);
    }
  }
}
