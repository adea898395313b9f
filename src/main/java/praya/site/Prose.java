package praya.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph of a description: stretches of text, some strong, some code. Descriptions of the API
 * are written with {@code **} and back quotes, and with nothing else of Markdown.
 */
public record Prose(List<Run> runs) {
  private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|`([^`]+)`");

  public Prose {
    runs = List.copyOf(runs);
  }

  /** A stretch of text of one kind. */
  public record Run(String text, Kind kind) {}

  /** How a stretch stands out. */
  public enum Kind {
    PLAIN,
    STRONG,
    CODE
  }

  /** Reads one paragraph. Marks that never end are text. */
  public static Prose parse(String paragraph) {
    List<Run> runs = new ArrayList<>();
    Matcher matcher = MARKED.matcher(paragraph);
    int at = 0;
    while (matcher.find()) {
      add(runs, paragraph.substring(at, matcher.start()), Kind.PLAIN);
      if (matcher.group(1) != null) {
        add(runs, matcher.group(1), Kind.STRONG);
      } else {
        add(runs, matcher.group(2), Kind.CODE);
      }
      at = matcher.end();
    }
    add(runs, paragraph.substring(at), Kind.PLAIN);
    return new Prose(runs);
  }

  /** Reads paragraphs with empty lines between them. */
  public static List<Prose> paragraphs(String text) {
    String whole = text.strip();
    if (whole.isEmpty()) {
      return List.of();
    }
    List<Prose> paragraphs = new ArrayList<>();
    for (String paragraph : Pattern.compile("\n\\s*\n").split(whole, -1)) {
      paragraphs.add(parse(paragraph));
    }
    return paragraphs;
  }

  private static void add(List<Run> runs, String text, Kind kind) {
    if (!text.isEmpty()) {
      runs.add(new Run(text, kind));
    }
  }
}
