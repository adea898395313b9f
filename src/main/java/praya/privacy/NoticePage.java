package praya.privacy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Frame;

/**
 * The privacy notice as a page, alone or to be agreed to.
 *
 * @param next where to go after agreeing; null when there is nothing to agree to
 */
public record NoticePage(int version, String since, List<Section> sections, @Nullable String next) {
  public NoticePage {
    sections = List.copyOf(sections);
  }

  /** A section of the notice, in the words of the page's language. */
  public record Section(String code, String title, List<String> paragraphs) {
    public Section {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /**
   * The notice that holds.
   *
   * @param arguments what the texts name: days of retention and whom to ask
   */
  static NoticePage of(Frame frame, Object[] arguments, @Nullable String next) {
    Notice notice = Notice.current();
    String prefix = "notice." + Notice.CODE + "." + notice.version() + ".";
    return new NoticePage(
        notice.version(),
        frame.date(notice.since()),
        notice.sections().stream()
            .map(code ->
                new Section(
                    code,
                    frame.say(prefix + code + ".title"),
                    List.of(frame.say(prefix + code + ".text", arguments).split("\n", -1))))
            .toList(),
        next);
  }
}
