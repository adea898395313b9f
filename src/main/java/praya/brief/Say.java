package praya.brief;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import praya.domain.Language;
import praya.domain.LocalText;

/** Sentences in three languages, from patterns that name their arguments by position. */
final class Say {
  private Say() {}

  static LocalText with(LocalText pattern, LocalText... parts) {
    return new LocalText(
        filled(pattern, parts, Language.EN),
        filled(pattern, parts, Language.ZH_HANT),
        filled(pattern, parts, Language.ZH_HANS));
  }

  static LocalText plain(String text) {
    return new LocalText(text, text, text);
  }

  static LocalText number(int number) {
    return plain(Integer.toString(number));
  }

  static LocalText list(List<LocalText> items) {
    return new LocalText(
        joined(items, ", ", Language.EN),
        joined(items, "、", Language.ZH_HANT),
        joined(items, "、", Language.ZH_HANS));
  }

  private static String joined(List<LocalText> items, String comma, Language language) {
    return items.stream().map(item -> in(item, language)).collect(Collectors.joining(comma));
  }

  private static String filled(LocalText pattern, LocalText[] parts, Language language) {
    Object[] words = Arrays.stream(parts).map(part -> in(part, language)).toArray();
    return String.format(Locale.ROOT, in(pattern, language), words);
  }

  static String in(LocalText text, Language language) {
    return Objects.requireNonNullElse(text.in(language), "");
  }
}
