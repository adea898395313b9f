package praya.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is new to a saved search: an organisation that it did not find before, or a new
 * need or offer of one that it did. Ids only; {@link News} says what may be shown of it.
 */
record Finding(
    UUID id,
    UUID search,
    UUID organisation,
    About about,
    Instant foundAt,
    @Nullable Instant readAt) {

  /** What is new. */
  enum Subject {
    ORGANISATION("organisation"),
    NEED("need"),
    OFFER("offer");

    private final String code;

    Subject(String code) {
      this.code = code;
    }

    String code() {
      return code;
    }

    static Subject of(String code) {
      return valueOf(code.toUpperCase(java.util.Locale.ROOT));
    }
  }

  /** What is new, by its id, since a position of the change feed. */
  record About(Subject subject, String id, long position) {}
}
