package praya.weighting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import praya.scoring.Weights;

/**
 * A version of the weights.
 *
 * @param base the version that it was changed from; null for the program's own
 * @param remark why it was changed; empty for the program's own
 * @param saved when and by whom; null for the program's own
 * @param answers how many answers its curve rests on; 0 without a curve
 */
public record SavedWeights(
    Weights weights, @Nullable String base, String remark, @Nullable Saved saved, int answers) {

  /** The program's own, which hold until staff save others. */
  static final SavedWeights FIRST = new SavedWeights(Weights.FIRST, null, "", null, 0);

  /** When and by whom, as the audit names actors. */
  public record Saved(Instant at, String by) {}

  public String version() {
    return weights.version();
  }
}
