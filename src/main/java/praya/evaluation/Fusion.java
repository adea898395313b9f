package praya.evaluation;

import java.util.function.DoubleBinaryOperator;

/** A way to make one number of two probabilities: that A says yes to B, and B to A. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
public enum Fusion {
  OWN("own-side", (own, theirs) -> own),
  OTHER("other-side", (own, theirs) -> theirs),
  MEAN("mean", (own, theirs) -> (own + theirs) / 2),
  LEAST("least", Math::min),
  GEOMETRIC("geometric", (own, theirs) -> Math.sqrt(own * theirs)),
  HARMONIC("harmonic", (own, theirs) -> 2 * own * theirs / (own + theirs));

  private final String code;
  private final DoubleBinaryOperator both;

  Fusion(String code, DoubleBinaryOperator both) {
    this.code = code;
    this.both = both;
  }

  public String code() {
    return code;
  }

  double of(double own, double theirs) {
    return both.applyAsDouble(own, theirs);
  }
}
