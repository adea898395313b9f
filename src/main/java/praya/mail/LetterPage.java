package praya.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the HTML part of a letter shows.
 *
 * @param before the paragraphs above the link
 * @param link null for a letter without one
 * @param action the words of the link
 * @param after the paragraphs below it
 * @param foot why the reader gets it
 */
public record LetterPage(
    String lang,
    String subject,
    List<String> before,
    @Nullable String link,
    String action,
    List<String> after,
    String foot) {
  public LetterPage {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
