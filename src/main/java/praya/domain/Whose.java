package praya.domain;

/** Whose organisation an action is about, seen from who acts. */
public enum Whose {
  /** No organisation, or one that is yet to be. */
  NONE,
  /** One that the actor acts for. */
  OWN,
  /** Another one. */
  FOREIGN
}
