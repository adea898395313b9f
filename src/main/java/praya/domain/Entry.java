package praya.domain;

import org.jspecify.annotations.Nullable;

/**
 * All that is written about an organisation: what a person or a seed file states.
 *
 * @param visibility who may see the organisation, and with it all that belongs to it
 */
public record Entry(
    String slug,
    Profile profile,
    Campus campus,
    @Nullable ComputeReport computeReported,
    Origin origin,
    Visibility visibility) {

  /** A public entry. */
  public Entry(
      String slug,
      Profile profile,
      Campus campus,
      @Nullable ComputeReport computeReported,
      Origin origin) {
    this(slug, profile, campus, computeReported, origin, Visibility.PUBLIC);
  }

  /** The same with another origin. */
  public Entry with(Origin other) {
    return new Entry(slug, profile, campus, computeReported, other, visibility);
  }

  /** The same for other readers. */
  public Entry with(Visibility other) {
    return new Entry(slug, profile, campus, computeReported, origin, other);
  }

  /** The same entry with another profile. */
  public Entry with(Profile other) {
    return new Entry(slug, other, campus, computeReported, origin, visibility);
  }
}
