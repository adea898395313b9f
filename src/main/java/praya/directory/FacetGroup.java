package praya.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.http.Address;
import praya.http.Frame;
import praya.http.Phrase;

/**
 * One facet of the directory with the values it offers.
 *
 * @param name the parameter of the address
 * @param open whether its values are shown without a click
 */
public record FacetGroup(String name, String title, List<Option> options, boolean open) {
  /** From this many values on, a facet gets a box to search in and a place to scroll in. */
  private static final int LONG = 12;

  public FacetGroup {
    options = List.copyOf(options);
  }

  /**
   * A value of a facet.
   *
   * @param depth 1 for a term below a group, else 0
   * @param href toggles the value; null when that would find nothing
   */
  public record Option(
      String code, Phrase label, long count, boolean selected, int depth, @Nullable String href) {}

  /** A value with the hits of the list if it is chosen as well. */
  public record Count(String code, long count) {}

  /**
   * The vocabulary of a facet; null where the values are true, false and unknown.
   *
   * @param taxonomy labels the codes and gives their order
   */
  public record Naming(Taxonomy taxonomy, @Nullable Vocabulary vocabulary) {
    /** The label of a value; empty for a value that nobody knows. */
    Optional<Phrase> label(String name, String code, Frame frame) {
      if (vocabulary == null) {
        String key = "facet." + name + "." + code;
        return frame.texts().has(key)
            ? Optional.of(Phrase.plain(frame.say(key)))
            : Optional.empty();
      }
      return taxonomy
          .find(vocabulary, code)
          .map(term -> Phrase.of(term.label(), frame.language(), code));
    }
  }

  /**
   * The facet for the page at the frame's address. Values stay in the order of the vocabulary,
   * whatever is chosen. A value without hits is left out, unless the facet has a chosen value: then
   * it stays, without a link.
   */
  public static FacetGroup of(String name, Naming naming, List<Count> counts, Frame frame) {
    Map<String, Long> byCode = new LinkedHashMap<>();
    counts.forEach(count -> byCode.put(count.code(), count.count()));
    boolean chosen = !frame.here().values(name).isEmpty();
    List<Option> options = new ArrayList<>();
    for (String code : ordered(naming, byCode)) {
      long count = byCode.getOrDefault(code, 0L);
      boolean selected = frame.here().has(name, code);
      if (count > 0 || chosen) {
        Address toggled = frame.here().without("cursor").toggle(name, code);
        Phrase label = naming.label(name, code, frame).orElse(Phrase.plain(code));
        String href = count > 0 || selected ? toggled.href() : null;
        options.add(new Option(code, label, count, selected, depth(naming, code), href));
      }
    }
    boolean open = chosen || options.size() < LONG;
    return new FacetGroup(name, frame.say("facet." + name), options, open);
  }

  public boolean isLong() {
    return options.size() >= LONG;
  }

  public long selected() {
    return options.stream().filter(Option::selected).count();
  }

  private static List<String> ordered(Naming naming, Map<String, Long> byCode) {
    if (naming.vocabulary() == null) {
      return List.of("true", "false", "unknown").stream().filter(byCode::containsKey).toList();
    }
    return naming.taxonomy().list(naming.vocabulary()).stream().map(Term::code).toList();
  }

  private static int depth(Naming naming, String code) {
    if (naming.vocabulary() == null) {
      return 0;
    }
    return naming
        .taxonomy()
        .find(naming.vocabulary(), code)
        .map(term -> term.parent() == null ? 0 : 1)
        .orElse(0);
  }
}
