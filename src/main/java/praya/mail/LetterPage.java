package praya.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the HTML part of a letter shows.
 *
 * @param before the paragraphs above the lists and the link
 * @param link null for a letter without one
 * @param after the paragraphs below it
 */
public record LetterPage(
    String lang,
    String subject,
    List<String> before,
    List<Group> groups,
    @Nullable Link link,
    List<String> after,
    Foot foot) {
  public LetterPage {
    before = List.copyOf(before);
    groups = List.copyOf(groups);
    after = List.copyOf(after);
  }

  /** Words that lead somewhere. */
  public record Link(String words, String href) {}

  /** A titled list. */
  public record Group(String title, List<Link> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /** Why the reader gets it, and how to get no more; null where there is no such way. */
  public record Foot(String words, @Nullable Link stop) {}
}
