package praya.json;

import java.util.OptionalInt;

/** The characters that a text of people cannot have. */
final class Characters {
  private Characters() {}

  /** The first half of a pair, control character or turn of direction; empty for none. */
  static OptionalInt thatNoTextHas(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
      if ((Character.isSurrogate(c) && !pair) || control || turnsDirection(c)) {
        return OptionalInt.of(c);
      }
      if (pair) {
        i++;
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Embeddings, overrides and isolates of bidirectional text: they reach beyond the text that holds
   * them and let a page say something else than what is stored (Unicode UTR 36). Marks stay.
   */
  private static boolean turnsDirection(char c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  }
}
