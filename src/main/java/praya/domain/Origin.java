package praya.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a record comes from.
 *
 * @param fictional invented for demonstration; shown wherever the record is shown
 * @param sources documents that the record as a whole rests on; at least one
 * @param confirmedAt when the organisation last said that it is still true; null for never
 */
public record Origin(boolean fictional, List<String> sources, @Nullable Instant confirmedAt) {
  public Origin {
    sources = List.copyOf(sources);
  }
}
