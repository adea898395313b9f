package praya.exchange;

import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Exchange;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.domain.Visibility;

/**
 * What members may not write about their own needs and offers: a visibility that only staff give,
 * and whether a record is fictional, which follows from its organisation.
 */
final class FieldRule {
  private FieldRule() {}

  /**
   * Refuses what is staff's; staff may write everything.
   *
   * @param before null for a new one
   * @throws Problem.InvalidInput with each such field
   */
  static void require(Actor actor, Exchange.@Nullable Content before, Exchange.Content after) {
    if (actor.isStaff()) {
      return;
    }
    var faults = new ArrayList<Fault>();
    Visibility old = before == null ? null : before.visibility();
    Visibility wanted = after.visibility();
    if (!Objects.equals(old, wanted)
        && (wanted.isDecidedByStaff() || (old != null && old.isDecidedByStaff()))) {
      faults.add(
          new Fault(
              "visibility",
              wanted.code(),
              "The field visibility ("
                  + wanted.code()
                  + ") is changed by staff only here. Maybe use public, members, anonymous or"
                  + " match-only."));
    }
    if (before != null && before.fictional() != after.fictional()) {
      faults.add(
          new Fault(
              "fictional",
              String.valueOf(after.fictional()),
              "The field fictional ("
                  + after.fictional()
                  + ") is changed by staff only. Leave it as it is."));
    }
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
  }
}
