package praya.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Provenance: a source said this of a field.
 *
 * @param field the field as in the API; {@code *} when the source stands for the whole record
 * @param value the field's value as JSON; null for the whole record
 * @param recordedBy who wrote it down
 * @param confirmedAt when it was last confirmed; null for never
 */
public record Statement(
    String field,
    @Nullable String value,
    String source,
    Instant recordedAt,
    String recordedBy,
    @Nullable Instant confirmedAt) {

  /** The field name of a statement about the record as a whole. */
  public static final String WHOLE = "*";

  /** The source of what an organisation's own members wrote. */
  public static final String ITSELF = "organisation";
}
