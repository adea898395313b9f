package praya.mail;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.http.Phrasebook;
import praya.http.PublicUrl;
import praya.http.Renderer;
import praya.http.Texts;
import praya.mail.LetterPage.Link;

/** Writes letters in the words of their language, once as plain text and once as HTML. */
public final class LetterWriter {
  /** More is cut off by every program for mail, and a name in it may be long. */
  private static final int LONGEST_SUBJECT = 150;

  private final Supplier<Texts> texts;
  private final Supplier<Renderer> renderer;
  private final Supplier<PublicUrl> site;

  public LetterWriter(
      Supplier<Texts> texts, Supplier<Renderer> renderer, Supplier<PublicUrl> site) {
    this.texts = texts;
    this.renderer = renderer;
    this.site = site;
  }

  LetterText write(Letter letter) {
    Phrasebook words = texts.get().in(letter.language());
    Object[] arguments = letter.arguments().toArray();
    String prefix = "mail." + letter.template().code();
    String link = letter.path() == null ? null : site.get().at(letter.path());
    String stop =
        letter.enclosure().stop() == null ? null : site.get().at(letter.enclosure().stop());
    var page =
        new LetterPage(
            letter.language().tag(),
            cut(words.say(prefix + ".subject", arguments)),
            paragraphs(words.say(prefix + ".text", arguments)),
            groups(letter.enclosure().groups()),
            link == null ? null : new Link(words.say(prefix + ".action", arguments), link),
            paragraphs(words.say(prefix + ".after", arguments)),
            new LetterPage.Foot(
                words.say("mail.foot", site.get().origin()),
                stop == null ? null : new Link(words.say("mail.stop"), stop)));
    return new LetterText(page.subject(), plain(page), html(page), link, stop);
  }

  private List<LetterPage.Group> groups(List<Letter.Group> groups) {
    return groups.stream()
        .map(group ->
            new LetterPage.Group(
                group.title(),
                group.lines().stream()
                    .map(line -> new Link(line.text(), site.get().at(line.path())))
                    .toList()))
        .toList();
  }

  private String html(LetterPage page) {
    return renderer.get().render("mail/letter.jte", page);
  }

  private static String plain(LetterPage page) {
    var text = new StringBuilder();
    page.before().forEach(paragraph -> add(text, paragraph));
    for (LetterPage.Group group : page.groups()) {
      add(text, group.title());
      group.lines().forEach(line -> add(text, "- " + line.words() + "\n  " + line.href()));
    }
    Link link = page.link();
    add(text, link == null ? null : link.href());
    page.after().forEach(paragraph -> add(text, paragraph));
    // The line that programs for mail know as the beginning of what is not the letter itself.
    add(text, "-- \n" + page.foot().words());
    Link stop = page.foot().stop();
    add(text, stop == null ? null : stop.words() + "\n" + stop.href());
    return text.toString();
  }

  private static void add(StringBuilder text, @Nullable String paragraph) {
    if (paragraph != null) {
      text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
    }
  }

  private static List<String> paragraphs(String text) {
    return Arrays.stream(text.split("\n+", -1)).filter(line -> !line.isBlank()).toList();
  }

  private static String cut(String subject) {
    return subject.codePointCount(0, subject.length()) <= LONGEST_SUBJECT
        ? subject
        : subject.substring(0, subject.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
  }
}
