package praya.http;

import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;

/**
 * A text on a page with the language it is in.
 *
 * @param lang the tag for the {@code lang} attribute; null where the text is in the page's own
 *     language, so that the attribute falls away
 */
public record Phrase(String text, @Nullable String lang) {

  /** A text in the page's own language. */
  public static Phrase plain(String text) {
    return new Phrase(text, null);
  }

  /** The best text for a page in this language; null when there is none at all. */
  public static @Nullable Phrase find(LocalText text, Language page) {
    Language found = text.languageFor(page);
    String words = text.in(page);
    if (found == null || words == null) {
      return null;
    }
    return new Phrase(words, found == page ? null : found.tag());
  }

  /** The best text, or the fallback, which is taken for a name or code in Latin letters. */
  public static Phrase of(LocalText text, Language page, String fallback) {
    Phrase found = find(text, page);
    return found == null ? new Phrase(fallback, page == Language.EN ? null : "en") : found;
  }

  /**
   * As much of it as fits.
   *
   * @param width in Latin letters; a Chinese character counts as two
   */
  public Phrase shortened(int width) {
    int used = 0;
    int[] points = text.codePoints().toArray();
    for (int i = 0; i < points.length; i++) {
      used += points[i] >= 0x2E80 ? 2 : 1;
      if (used > width) {
        return new Phrase(new String(points, 0, Math.max(0, i - 1)) + "…", lang);
      }
    }
    return this;
  }

  /** The label of a code; the code itself when the vocabulary does not know it. */
  public static Phrase label(Taxonomy taxonomy, Vocabulary vocabulary, String code, Language page) {
    LocalText label = taxonomy.find(vocabulary, code).map(t -> t.label()).orElse(LocalText.NONE);
    return of(label, page, code);
  }
}
