package praya.domain;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One text in up to three languages; a missing one is null, never empty. */
public record LocalText(@Nullable String en, @Nullable String zhHant, @Nullable String zhHans) {

  public static final LocalText NONE = new LocalText(null, null, null);

  /** A text that exists in English and in Traditional Chinese only, as most of the seed's do. */
  public static LocalText of(@Nullable String en, @Nullable String zhHant) {
    return new LocalText(en, zhHant, null);
  }

  public boolean isEmpty() {
    return en == null && zhHant == null && zhHans == null;
  }

  /** The text in every language that it exists in. */
  public Stream<String> all() {
    return Stream.of(Language.values()).flatMap(language -> Stream.ofNullable(exactly(language)));
  }

  /**
   * The text for a reader of this language: the language itself, else the other Chinese script for
   * a reader of Chinese, else English, else whatever there is; null when there is nothing.
   */
  public @Nullable String in(Language language) {
    Language found = languageFor(language);
    return found == null ? null : exactly(found);
  }

  /** The language of what {@link #in} returns, for the {@code lang} attribute. */
  public @Nullable Language languageFor(Language wanted) {
    Language[] order =
        switch (wanted) {
          case EN -> new Language[] {Language.EN, Language.ZH_HANT, Language.ZH_HANS};
          case ZH_HANT -> new Language[] {Language.ZH_HANT, Language.ZH_HANS, Language.EN};
          case ZH_HANS -> new Language[] {Language.ZH_HANS, Language.ZH_HANT, Language.EN};
        };
    for (Language candidate : order) {
      if (exactly(candidate) != null) {
        return candidate;
      }
    }
    return null;
  }

  private @Nullable String exactly(Language language) {
    return switch (language) {
      case EN -> en;
      case ZH_HANT -> zhHant;
      case ZH_HANS -> zhHans;
    };
  }
}
