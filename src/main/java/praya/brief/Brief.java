package praya.brief;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The problem of an enterprise, in its words and by what it picked.
 *
 * @param text free text in any script; may be empty
 * @param capabilities codes that were picked
 * @param sectors codes that were picked
 * @param without codes that the text seems to name and the writer does not mean
 * @param fictional which of the two worlds is asked; they never mix
 */
public record Brief(
    String text,
    List<String> capabilities,
    List<String> sectors,
    List<String> without,
    Conditions conditions,
    boolean fictional) {

  public Brief {
    capabilities = List.copyOf(capabilities);
    sectors = List.copyOf(sectors);
    without = List.copyOf(without);
  }

  /**
   * What a vendor should keep to.
   *
   * @param budget a code of {@link #BUDGETS}; empty for none
   * @param start the day on which an offer must be open; null for any
   */
  public record Conditions(List<Constraint> constraints, String budget, @Nullable LocalDate start) {
    public Conditions {
      constraints = List.copyOf(constraints);
    }
  }

  /** Bands in thousands of Hong Kong dollars. */
  public static final List<String> BUDGETS =
      List.of("under-100", "100-500", "500-2000", "over-2000");

  /** Whether nothing is asked yet. */
  public boolean isEmpty() {
    return text.isBlank() && capabilities.isEmpty() && sectors.isEmpty();
  }
}
