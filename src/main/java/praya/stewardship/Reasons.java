package praya.stewardship;

import praya.domain.Actor;
import praya.domain.Problem;

/** The rule that whoever refuses, removes or takes back says why. */
final class Reasons {
  private Reasons() {}

  static void require(Actor actor) {
    if (actor.reason() == null) {
      throw new Problem.InvalidInput(
          "reason", "", "The field reason is missing. Say why, for those whom it concerns.");
    }
  }
}
