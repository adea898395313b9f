package praya.domain;

import org.jspecify.annotations.Nullable;

/**
 * How an organisation stands to the campus that runs the directory.
 *
 * @param member null when no source says; unknown is not no
 * @param relation the source's words, labelled by {@link Vocabulary#CAMPUS_RELATIONS}
 */
public record Campus(@Nullable Boolean member, @Nullable String relation) {
  public static final Campus UNKNOWN = new Campus(null, null);

  /** The member state as a filter value: {@code true}, {@code false} or {@code unknown}. */
  public String membership() {
    return member == null ? "unknown" : member.toString();
  }
}
