package praya.domain;

/**
 * A relation together with the visibilities of both its ends: what decides who may see it. For
 * making views only.
 */
public record Tie(Relation relation, Visibility from, Visibility to) {

  public boolean seenBy(Audience audience) {
    return audience.seesRelation(relation.content().visibility(), from, to);
  }
}
