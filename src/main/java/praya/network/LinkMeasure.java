package praya.network;

/**
 * A number for every pair of nodes that tells how likely they are to be tied next. None needs
 * training; all are measures of the link prediction literature (Lü and Zhou, Physica A 390, 2011).
 */
public enum LinkMeasure {
  /** How many neighbours both have. */
  COMMON_NEIGHBOURS("common-neighbours"),

  /** The sum of 1 / ln(degree) over the shared neighbours (Adamic and Adar, 2003). */
  ADAMIC_ADAR("adamic-adar"),

  /** The sum of 1 / degree over the shared neighbours (Zhou, Lü and Zhang, 2009). */
  RESOURCE_ALLOCATION("resource-allocation"),

  /**
   * Walks of two and of three steps, each further step worth a twentieth (Katz, 1953, cut off). The
   * third step is what counts in a network of two sides, where no two that can meet share anybody.
   */
  KATZ("katz"),

  /** The sum of 1 / (degree · degree) over the ways of three steps: who takes part with whom. */
  CO_PARTICIPATION("co-participation"),

  /** The sum of 1 / √(degree · degree) over the ways of three steps (Kovács and others, 2019). */
  THREE_STEPS("three-steps"),

  /** Where a walk ends that starts at the node and stops with a chance of .15 at every step. */
  PAGERANK("pagerank"),

  /** The degree of the other alone: what a list of the best known would do; a baseline. */
  POPULARITY("popularity");

  private final String code;

  LinkMeasure(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
