package praya.domain;

import java.util.Locale;
import java.util.Optional;

/** A language that pages and labels come in; the tag is BCP 47 and names the script for Chinese. */
public enum Language {
  EN("en"),
  ZH_HANT("zh-Hant"),
  ZH_HANS("zh-Hans");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** The BCP 47 tag, as used in {@code lang} attributes and in the {@code lang} parameter. */
  public String tag() {
    return tag;
  }

  /**
   * The language that a BCP 47 tag asks for: {@code zh}, {@code zh-HK}, {@code zh-TW} and {@code
   * zh-MO} read as Traditional, {@code zh-CN} and {@code zh-SG} as Simplified Chinese, any kind of
   * English as English.
   */
  public static Optional<Language> find(String tag) {
    String lower = tag.trim().toLowerCase(Locale.ROOT).replace('_', '-');
    if (lower.equals("en") || lower.startsWith("en-")) {
      return Optional.of(EN);
    }
    if (lower.startsWith("zh-hans") || lower.equals("zh-cn") || lower.equals("zh-sg")) {
      return Optional.of(ZH_HANS);
    }
    if (lower.equals("zh") || lower.startsWith("zh-")) {
      return Optional.of(ZH_HANT);
    }
    return Optional.empty();
  }
}
