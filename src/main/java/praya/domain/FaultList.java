package praya.domain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything that is wrong with an input, gathered to be told together. */
public final class FaultList {
  /** An input of the wrong kind is wrong everywhere; more say nothing new. */
  private static final int MOST = 100;

  private final List<Fault> faults = new ArrayList<>();
  private int more;

  public void add(String place, @Nullable String value, String message) {
    if (faults.size() < MOST) {
      faults.add(new Fault(place, value, message));
    } else {
      more++;
    }
  }

  public boolean isEmpty() {
    return faults.isEmpty();
  }

  /**
   * @throws Problem.InvalidInput when anything is wrong
   */
  public void requireNone() {
    if (isEmpty()) {
      return;
    }
    if (more > 0) {
      faults.add(
          new Fault("input", Integer.toString(more), "There are more faults than the ones above."));
    }
    throw new Problem.InvalidInput(faults);
  }
}
