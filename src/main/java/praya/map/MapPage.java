package praya.map;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Frame;
import praya.http.Phrase;
import praya.organisation.Names;

/** What {@code /map} shows: one organisation's surroundings, or the whole in lists. */
public record MapPage(Asked asked, @Nullable Around around, @Nullable Whole whole) {

  /**
   * What stands in the fields.
   *
   * @param names to choose a centre from, by slug
   */
  public record Asked(
      String of,
      String to,
      int steps,
      List<Frame.Choice> types,
      List<Frame.Choice> kinds,
      List<Name> names) {
    public Asked {
      types = List.copyOf(types);
      kinds = List.copyOf(kinds);
      names = List.copyOf(names);
    }
  }

  /** An organisation that can be chosen. */
  public record Name(String slug, String name) {}

  /**
   * The surroundings of an organisation, or its ways to another.
   *
   * @param goal the other; null for surroundings
   * @param tied whether the two have a relation already
   * @param rows the drawing as a list
   */
  public record Around(
      Names centre,
      @Nullable Names goal,
      boolean tied,
      Drawing drawing,
      List<Row> rows,
      int leftOut,
      Exports exports) {
    public Around {
      rows = List.copyOf(rows);
    }
  }

  /** The same as files. */
  public record Exports(String svg, String graphMl, String csv) {}

  /**
   * One organisation in the list.
   *
   * @param ties to whom on the map it is tied, and how
   * @param here the address of the map with it as the centre
   */
  public record Row(Names names, int steps, int community, List<Tie> ties, String here) {
    public Row {
      ties = List.copyOf(ties);
    }
  }

  /** A tie in words. */
  public record Tie(Phrase other, List<Phrase> types) {
    public Tie {
      types = List.copyOf(types);
    }
  }

  /** The whole map in lists. */
  public record Whole(
      boolean fictional,
      Figures figures,
      List<Community> communities,
      List<Pair> bridges,
      List<Place> brokers,
      List<Helpful> helpful) {
    public Whole {
      communities = List.copyOf(communities);
      bridges = List.copyOf(bridges);
      brokers = List.copyOf(brokers);
      helpful = List.copyOf(helpful);
    }
  }

  /** Sizes, in the words of the page. */
  public record Figures(
      String organisations,
      String ties,
      String hanging,
      String untied,
      String parts,
      String modularity) {}

  /** An organisation with the address of the map around it. */
  public record Place(Phrase name, String here) {}

  /** Who belongs together: how many, the best tied, and what they have in common. */
  public record Community(int number, String count, List<Place> first, List<Phrase> sectors) {
    public Community {
      first = List.copyOf(first);
      sectors = List.copyOf(sectors);
    }
  }

  public record Pair(Place from, Place to) {}

  /**
   * An introduction that would help.
   *
   * @param href the page that compares the two
   */
  public record Helpful(Pair pair, String pairs, String href) {}
}
