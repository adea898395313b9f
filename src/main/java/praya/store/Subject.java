package praya.store;

/** What kind of thing changed. */
public enum Subject {
  ORGANISATION,
  NEED,
  OFFER,
  RELATION,
  ALLOCATION,
  CENTRE,
  TAXONOMY;

  /** The word in the change feed and in the audit. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
