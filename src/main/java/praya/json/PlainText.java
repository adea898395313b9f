package praya.json;

import org.jspecify.annotations.Nullable;

/** Which characters a text of a record may hold. */
final class PlainText {
  private PlainText() {}

  /** The first character that no text has; null when all are fine. */
  static @Nullable Character strangeIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
      if ((Character.isSurrogate(c) && !pair) || control || turnsDirection(c)) {
        return c;
      }
      if (pair) {
        i++;
      }
    }
    return null;
  }

  /**
   * Embeddings, overrides and isolates of bidirectional text: they reach beyond the text that holds
   * them and let a page say something else than what is stored (Unicode UTR 36). Marks stay.
   */
  private static boolean turnsDirection(char c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
