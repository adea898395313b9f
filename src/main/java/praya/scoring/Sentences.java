package praya.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import praya.domain.Exchange;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;

/**
 * Sentences in three languages, put together from patterns and from names and titles, which stay in
 * the nearest language and script that they exist in.
 *
 * @param silent whether nobody reads them: then nothing is put together, which is most of the work
 *     of a score
 */
record Sentences(Taxonomy taxonomy, boolean silent) {

  Sentences(Taxonomy taxonomy) {
    this(taxonomy, false);
  }

  /** Fills the patterns, which name their arguments by position: {@code %1$s}. */
  LocalText say(LocalText pattern, LocalText... parts) {
    if (silent) {
      return LocalText.NONE;
    }
    return new LocalText(
        fill(pattern, parts, Language.EN),
        fill(pattern, parts, Language.ZH_HANT),
        fill(pattern, parts, Language.ZH_HANS));
  }

  private static String fill(LocalText pattern, LocalText[] parts, Language language) {
    Object[] words = Arrays.stream(parts).map(part -> in(part, language)).toArray();
    return String.format(Locale.ROOT, in(pattern, language), words);
  }

  private static String in(LocalText text, Language language) {
    String found = text.in(language);
    return found == null ? "" : found;
  }

  LocalText label(Vocabulary vocabulary, String code) {
    if (silent) {
      return LocalText.NONE;
    }
    return new LocalText(
        taxonomy.label(vocabulary, code, Language.EN),
        taxonomy.label(vocabulary, code, Language.ZH_HANT),
        taxonomy.label(vocabulary, code, Language.ZH_HANS));
  }

  LocalText labels(Vocabulary vocabulary, List<String> codes) {
    return list(codes.stream().map(code -> label(vocabulary, code)).toList());
  }

  /** The items one after the other; no text at all for none. */
  LocalText list(List<LocalText> items) {
    if (silent || items.isEmpty()) {
      return LocalText.NONE;
    }
    return new LocalText(
        join(items, ", ", Language.EN),
        join(items, "、", Language.ZH_HANT),
        join(items, "、", Language.ZH_HANS));
  }

  private static String join(List<LocalText> items, String separator, Language language) {
    List<String> words = new ArrayList<>();
    items.forEach(item -> words.add(in(item, language)));
    return String.join(separator, words);
  }

  /** The title, or the id of an exchange that has none. */
  LocalText title(Exchange exchange) {
    LocalText title = exchange.content().wording().title();
    return title.isEmpty() ? plain(exchange.id()) : title;
  }

  /** What of a need is covered, and by what where the two are only akin. */
  LocalText covered(Meetings.Meeting meeting) {
    if (silent) {
      return LocalText.NONE;
    }
    List<LocalText> items = new ArrayList<>();
    for (CapabilityLikeness.Near near : meeting.coverage().found()) {
      LocalText wanted = label(Vocabulary.CAPABILITIES, near.wanted());
      items.add(
          near.likeness() == 1
              ? wanted
              : say(
                  new LocalText("%1$s (akin: %2$s)", "%1$s（相近：%2$s）", "%1$s（相近：%2$s）"),
                  wanted,
                  label(Vocabulary.CAPABILITIES, near.given())));
    }
    return items.isEmpty()
        ? label(Vocabulary.EXCHANGE, meeting.need().content().kind())
        : list(items);
  }

  static LocalText plain(String text) {
    return new LocalText(text, text, text);
  }

  static LocalText date(LocalDate date) {
    return new LocalText(date.toString(), chineseDate(date), chineseDate(date));
  }

  private static String chineseDate(LocalDate date) {
    return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
  }
}
