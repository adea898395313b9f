package praya.domain;

/** Who is looking, as far as visibility goes. The one rule of what each may see is here. */
public enum Viewer {
  ANYONE,
  STAFF;

  /** Whether the viewer may see the text of a need or offer of this visibility. */
  public boolean maySee(Visibility visibility) {
    return this == STAFF || visibility != Visibility.MATCH_ONLY;
  }

  /** Whether the viewer may learn whose need or offer it is, by any way, counts included. */
  public boolean maySeeOwner(Visibility visibility) {
    return this == STAFF || visibility == Visibility.PUBLIC;
  }
}
