package praya.directory;

import java.util.List;
import praya.http.Address;
import praya.http.Phrase;
import praya.organisation.Names;

/**
 * The first page: search, the ecosystem in figures, its layers, who is new, who is connected, who
 * holds compute.
 *
 * @param examples searches to try
 * @param piers the sectors that have organisations, in the order of the taxonomy
 */
public record HomePage(
    List<Example> examples,
    List<Pier> piers,
    List<Figure> figures,
    List<Layer> layers,
    List<Card> newest,
    List<Connected> connected,
    Compute compute) {
  public HomePage {
    examples = List.copyOf(examples);
    piers = List.copyOf(piers);
    figures = List.copyOf(figures);
    layers = List.copyOf(layers);
    newest = List.copyOf(newest);
    connected = List.copyOf(connected);
  }

  /** A search to try; the language tag is null for the page's own language. */
  public record Example(Phrase query) {
    public String href() {
      return Address.of("/organisations").and("q", query.text()).href();
    }
  }

  /**
   * A sector, drawn as a pier of the waterfront.
   *
   * @param length in pixels, see {@link #length(long, long)}
   */
  public record Pier(Phrase label, long organisations, int length, String href) {
    /** Room for the two digits on the smallest pier. */
    private static final int SHORTEST = 26;

    private static final int LONGEST = 150;

    /**
     * How long the pier of so many organisations is, beside one of the most. The square root keeps
     * small sectors visible beside large ones; the number stands on the pier.
     */
    public static int length(long organisations, long most) {
      double share = Math.sqrt((double) organisations / Math.max(1, most));
      return (int) Math.round(SHORTEST + share * (LONGEST - SHORTEST));
    }
  }

  /** A number of the ecosystem with its unit in words, leading to what it counts. */
  public record Figure(String value, String label, String note, String href) {}

  /**
   * A layer of the ecosystem.
   *
   * @param percent of the most populous layer's organisations, for the length of its bar
   */
  public record Layer(Phrase label, long organisations, int percent, String href) {}

  /** An organisation with the number of its relations. */
  public record Connected(Names names, boolean fictional, long relations) {}

  /** Who holds compute, most cards first, and how much of the centre that is. */
  public record Compute(String capacity, String granted, long percent, List<Holder> holders) {
    public Compute {
      holders = List.copyOf(holders);
    }
  }

  /**
   * A holder of compute.
   *
   * @param percent of the largest holder's cards, for the length of its bar
   */
  public record Holder(Names names, boolean fictional, long cards, int percent) {}
}
