package praya.mail;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.MailAddress;

/**
 * A letter to be written.
 *
 * @param key the writer's name of the letter, such as {@code claim/ID/accepted}: what is put twice
 *     under one key is one letter. It is stored in clear, so it names things by their ids
 * @param arguments what the template asks for, in its order. Line breaks become spaces
 * @param path where its link leads, from the site's root on; null for a letter without a link
 * @param enclosure what stands between the text and the link
 */
public record Letter(
    String key,
    MailAddress to,
    Language language,
    MailTemplate template,
    List<String> arguments,
    @Nullable String path,
    Enclosure enclosure) {
  private static final Pattern KEY = Pattern.compile("[a-z0-9:/._-]{1,200}");

  /** Nothing that begins a line, ends one, or turns the direction of reading round. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private static final Pattern PATH = Pattern.compile("/([!-\\[\\]-~&&[^\"<>`]]{0,1500})");

  /**
   * Lists in a letter, and the way to get no more of its kind.
   *
   * @param stop where one ends them without signing in, from the site's root on; null for letters
   *     that are sent for a reason of their own
   */
  public record Enclosure(List<Group> groups, @Nullable String stop) {
    static final Enclosure NONE = new Enclosure(List.of(), null);

    public Enclosure {
      groups = List.copyOf(groups);
      if (stop != null) {
        requireOurs(stop);
      }
    }
  }

  /** A titled list. */
  public record Group(String title, List<Line> lines) {
    public Group {
      title = clean(title);
      lines = List.copyOf(lines);
    }
  }

  /** A line of a list, with where it leads, from the site's root on. */
  public record Line(String text, String path) {
    public Line {
      text = clean(text);
      requireOurs(path);
    }
  }

  /** A letter without lists. */
  public Letter(
      String key,
      MailAddress to,
      Language language,
      MailTemplate template,
      List<String> arguments,
      @Nullable String path) {
    this(key, to, language, template, arguments, path, Enclosure.NONE);
  }

  public Letter {
    arguments = arguments.stream().map(Letter::clean).toList();
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("The key (" + key + ") is not one of a letter.");
    }
    if (arguments.size() != template.arguments().size()) {
      throw new IllegalArgumentException(
          "The letter %s takes %s.".formatted(template.code(), template.arguments()));
    }
    if (path != null) {
      requireOurs(path);
    }
  }

  private static String clean(String text) {
    return CONTROL.matcher(text).replaceAll(" ").strip();
  }

  private static void requireOurs(String path) {
    if (!PATH.matcher(path).matches() || path.startsWith("//")) {
      throw new IllegalArgumentException("A path of the letter is none of ours.");
    }
  }

  /** Keeps the address and the link out of logs. */
  @Override
  public String toString() {
    return "Letter[" + key + ", " + template.code() + "]";
  }
}
