package praya.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An introduction that came to its end.
 *
 * @param fromId the organisation that asked
 * @param toId the organisation that was asked
 * @param note what people wrote about how it went
 */
public record Introduction(
    String id, UUID fromId, UUID toId, Course course, LocalText note, boolean fictional) {

  /** How the asked organisation answered. */
  public enum Status {
    ACCEPTED("accepted"),
    DECLINED("declined"),
    /** No answer came in time. */
    EXPIRED("expired");

    private final String code;

    Status(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /** The furthest that came of it; each includes those before it. */
  public enum Outcome {
    NONE("none"),
    MET("met"),
    PILOT("pilot"),
    CONTRACT("contract");

    private final String code;

    Outcome(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  /**
   * What happened when.
   *
   * @param needId the need that it was about, if any
   * @param offerId the offer that was to meet it; null when the profile was the reason
   */
  public record Course(
      @Nullable String needId,
      @Nullable String offerId,
      LocalDate requestedOn,
      @Nullable LocalDate answeredOn,
      Status status,
      Outcome outcome,
      @Nullable LocalDate outcomeOn) {}

  /** Whether the asked organisation said yes. */
  public boolean accepted() {
    return course.status() == Status.ACCEPTED;
  }
}
