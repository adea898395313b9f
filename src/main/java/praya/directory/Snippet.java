package praya.directory;

import java.util.ArrayList;
import java.util.List;
import praya.http.Frame;

/**
 * A place where words of the query were found.
 *
 * @param field the name of the field, in words
 */
public record Snippet(String field, List<Part> parts) {
  private static final String START = "<mark>";
  private static final String END = "</mark>";

  public Snippet {
    parts = List.copyOf(parts);
  }

  /** A stretch of text, without any markup; marked where it is what was searched for. */
  public record Part(String text, boolean marked) {}

  /**
   * Reads the snippet of an answer: text escaped for HTML with the words within mark elements. The
   * parts are plain text again, so that the template escapes them itself and trusts nobody.
   */
  public static Snippet of(String field, String html, Frame frame) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < html.length()) {
      int start = html.indexOf(START, at);
      int end = start < 0 ? -1 : html.indexOf(END, start);
      if (end < 0) {
        break;
      }
      add(parts, html.substring(at, start), false);
      add(parts, html.substring(start + START.length(), end), true);
      at = end + END.length();
    }
    add(parts, html.substring(at), false);
    return new Snippet(frame.texts().sayOr("field." + field, field), parts);
  }

  private static void add(List<Part> parts, String escaped, boolean marked) {
    if (!escaped.isEmpty()) {
      parts.add(new Part(plain(escaped), marked));
    }
  }

  private static String plain(String escaped) {
    return escaped
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#x27;", "'")
        .replace("&amp;", "&");
  }
}
