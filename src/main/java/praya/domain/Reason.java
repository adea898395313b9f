package praya.domain;

import java.util.List;

/**
 * Why a match serves one side: points, and the two facts that were compared.
 *
 * @param code names the criterion, e.g. {@code need-met-by-offer}
 * @param points 0 to 100; a side's points add up to its fit exactly
 * @param text one sentence for that side, in every language
 * @param facts what was compared, first the side's own, then the other's
 */
public record Reason(
    Beneficiary beneficiary, String code, int points, LocalText text, List<Fact> facts) {
  public Reason {
    facts = List.copyOf(facts);
  }

  /** Whose fit the points count for. */
  public enum Beneficiary {
    YOU("you"),
    THEM("them");

    private final String code;

    Beneficiary(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * A fact that a criterion looked at.
   *
   * @param organisation slug of whose fact it is
   * @param type {@code need}, {@code offer}, {@code capability}, {@code sector}, {@code relation},
   *     {@code allocation} or {@code confirmation}
   * @param reference the id or code under which it can be looked up
   */
  public record Fact(String organisation, String type, String reference, LocalText text) {}
}
