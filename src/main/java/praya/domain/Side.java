package praya.domain;

/** Which side of an exchange: what an organisation looks for, or what it can give. */
public enum Side {
  NEED("needs"),
  OFFER("offers");

  private final String plural;

  Side(String plural) {
    this.plural = plural;
  }

  /** The plural noun of addresses and JSON arrays. */
  public String plural() {
    return plural;
  }
}
