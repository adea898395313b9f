package praya.privacy;

import java.time.LocalDate;
import java.util.List;

/**
 * A version of the privacy notice: the statement of purpose and of classes of transferees that a
 * person must be given on or before collection (DPP1). Its words are texts of the pages, under
 * {@code notice.privacy.VERSION}; a version whose meaning changes is a new one, and is consented to
 * anew.
 *
 * @param version from 1
 * @param since the day from which it holds
 * @param sections codes of its sections, in order
 */
public record Notice(int version, LocalDate since, List<String> sections) {
  /** The code of the notice in the database. */
  public static final String CODE = "privacy";

  private static final List<Notice> ALL =
      List.of(
          new Notice(
              1,
              LocalDate.of(2026, 11, 22),
              List.of("collect", "purpose", "share", "keep", "rights", "contact")));

  public Notice {
    sections = List.copyOf(sections);
  }

  /** The one that holds. */
  public static Notice current() {
    return ALL.getLast();
  }
}
