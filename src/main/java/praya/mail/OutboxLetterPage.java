package praya.mail;

import org.jspecify.annotations.Nullable;

/**
 * What the page of one letter shows.
 *
 * @param text null when it is not to be seen any more, or not by staff
 * @param forItsReaderOnly why it is not to be seen
 */
public record OutboxLetterPage(
    OutboxPage.Item item, @Nullable Text text, boolean forItsReaderOnly) {

  /** What is written in the letter. */
  public record Text(String subject, String plain, @Nullable String link) {}
}
