package praya.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;
import praya.domain.Problem;

/** Everything that is wrong with the files of one evaluation, told together. */
final class Faults {
  /** A file of the wrong kind is wrong in every line; more say nothing new. */
  private static final int MOST = 100;

  private final List<Fault> faults = new ArrayList<>();
  private int more;

  void add(String place, @Nullable String value, String message) {
    add(new Fault(place, value, message));
  }

  void add(Fault fault) {
    if (faults.size() < MOST) {
      faults.add(fault);
    } else {
      more++;
    }
  }

  boolean isEmpty() {
    return faults.isEmpty();
  }

  void requireNone() {
    if (isEmpty()) {
      return;
    }
    if (more > 0) {
      faults.add(
          new Fault("files", Integer.toString(more), "There are more faults than the ones above."));
    }
    throw new Problem.InvalidInput(faults);
  }
}
