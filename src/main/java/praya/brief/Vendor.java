package praya.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;
import praya.domain.Organisation;

/** An organisation that could serve a brief. The points of the reasons add up to the score. */
public record Vendor(
    Organisation organisation, int score, List<Reason> reasons, List<Answered> constraints) {
  public Vendor {
    reasons = List.copyOf(reasons);
    constraints = List.copyOf(constraints);
  }

  /**
   * Why it could.
   *
   * @param code {@code offer}, {@code capability}, {@code text}, {@code constraint}, {@code sector}
   *     or {@code freshness}
   */
  public record Reason(String code, int points, LocalText text, Fact fact) {}

  /** Where a reason or a mention can be looked up: a path of this site. */
  public record Fact(String href, LocalText text) {}

  /**
   * What the vendor says of a condition of the brief.
   *
   * @param code of a {@link Constraint}, or {@code budget}, {@code start}
   * @param mention where it is mentioned; null where nothing is stated
   */
  public record Answered(String code, @Nullable Fact mention) {}
}
