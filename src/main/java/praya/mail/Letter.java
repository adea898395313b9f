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
 */
public record Letter(
    String key,
    MailAddress to,
    Language language,
    MailTemplate template,
    List<String> arguments,
    @Nullable String path) {
  private static final Pattern KEY = Pattern.compile("[a-z0-9:/._-]{1,200}");

  /** Nothing that begins a line, ends one, or turns the direction of reading round. */
  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]+");

  private static final Pattern PATH = Pattern.compile("/([!-\\[\\]-~&&[^\"<>`]]{0,1500})");

  public Letter {
    arguments =
        arguments.stream().map(text -> CONTROL.matcher(text).replaceAll(" ").strip()).toList();
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("The key (" + key + ") is not one of a letter.");
    }
    if (arguments.size() != template.arguments().size()) {
      throw new IllegalArgumentException(
          "The letter %s takes %s.".formatted(template.code(), template.arguments()));
    }
    if (path != null && (!PATH.matcher(path).matches() || path.startsWith("//"))) {
      throw new IllegalArgumentException(
          "The path of the letter %s is none of ours.".formatted(template.code()));
    }
  }

  /** Keeps the address and the link out of logs. */
  @Override
  public String toString() {
    return "Letter[" + key + ", " + template.code() + "]";
  }
}
