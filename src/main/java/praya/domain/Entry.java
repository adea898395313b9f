package praya.domain;

import org.jspecify.annotations.Nullable;

/** All that is written about an organisation: what a person or a seed file states. */
public record Entry(
    String slug,
    Profile profile,
    Campus campus,
    @Nullable ComputeReport computeReported,
    Origin origin) {

  /** The same entry with another profile. */
  public Entry with(Profile other) {
    return new Entry(slug, other, campus, computeReported, origin);
  }

  /** The same entry, resting on this. */
  public Entry with(Origin other) {
    return new Entry(slug, profile, campus, computeReported, other);
  }
}
