package praya.search.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each character is searched as: lower case, without accents, half width, Simplified Chinese.
 *
 * <p>Every character is folded by itself, so a position in folded text always leads back to the one
 * it came from; that is what makes highlighting right. The table fills as characters are met: a
 * start pays for none, and the same character always folds the same.
 */
public final class Folding {
  /**
   * Hong Kong and older forms that ICU's Traditional-Simplified leaves as they are, each before
   * what it becomes; and the one character that ICU's table turns in a circle.
   */
  private static final Map<Integer, Character> VARIANTS = pairs("滙汇峯峰衞卫麪面綫线枱台牀床鬭斗曁暨祇只鉄铁舘馆彚汇薴苎苧苎苎苎");

  private static final Transliterator SIMPLIFY =
      Transliterator.getInstance("Traditional-Simplified");
  private static final Normalizer2 CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();

  /** Folded form of each character of the basic plane; 0 is not yet known, LONG is in EXOTIC. */
  private static final char[] TABLE = new char[0x10000];

  private static final char LONG = 0xFFFF;
  private static final Map<Integer, String> EXOTIC = new ConcurrentHashMap<>();

  private char[] chars = new char[256];
  private int[] origins = new int[257];
  private int length;

  private static Map<Integer, Character> pairs(String pairs) {
    Map<Integer, Character> map = new HashMap<>();
    for (int i = 0; i < pairs.length(); i += 2) {
      map.put((int) pairs.charAt(i), pairs.charAt(i + 1));
    }
    return Map.copyOf(map);
  }

  /** Folds a text; what was folded before is gone. */
  public void fold(CharSequence text) {
    length = 0;
    int end = text.length();
    for (int i = 0; i < end; ) {
      char c = text.charAt(i);
      char known = TABLE[c];
      if (known != 0 && known != LONG) {
        append(known, i++);
        continue;
      }
      int codePoint = Character.codePointAt(text, i);
      String folded = foldOne(codePoint);
      for (int k = 0; k < folded.length(); k++) {
        append(folded.charAt(k), i);
      }
      i += Character.charCount(codePoint);
    }
    origins[length] = end;
  }

  private void append(char c, int origin) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, length * 2);
      origins = Arrays.copyOf(origins, length * 2 + 1);
    }
    chars[length] = c;
    origins[length++] = origin;
  }

  /** The folded characters; only the first {@link #length()} count. */
  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  /** Where in the text the character came from that stands here in the folded text. */
  int origin(int position) {
    return origins[position];
  }

  /**
   * Where in the text the character ends that stands before this position in the folded text.
   * Accents that follow it belong to it. A character that folds to several ends after the last.
   */
  int originEnd(int position) {
    int last = origins[position - 1];
    int next = position;
    while (next < length && origins[next] == last) {
      next++;
    }
    return origins[next];
  }

  /** A short text folded as a whole. */
  public static String of(String text) {
    Folding folding = new Folding();
    folding.fold(text);
    return new String(folding.chars, 0, folding.length);
  }

  private static String foldOne(int codePoint) {
    if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
      return " "; // half of a character, nothing to search
    }
    if (codePoint >= 0x10000 || TABLE[codePoint] == LONG) {
      return EXOTIC.computeIfAbsent(codePoint, Folding::compute);
    }
    String folded = compute(codePoint);
    if (folded.length() == 1 && folded.charAt(0) != LONG && folded.charAt(0) != 0) {
      TABLE[codePoint] = folded.charAt(0);
    } else {
      EXOTIC.put(codePoint, folded);
      TABLE[codePoint] = LONG;
    }
    return folded;
  }

  private static String compute(int codePoint) {
    if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
      return "";
    }
    String folded = CASE_FOLD.normalize(Character.toString(codePoint));
    StringBuilder result = new StringBuilder(folded.length());
    folded.codePoints().forEach(c -> appendFolded(c, result));
    return result.toString();
  }

  private static void appendFolded(int codePoint, StringBuilder result) {
    Character variant = VARIANTS.get(codePoint);
    if (variant != null) {
      result.append(variant);
      return;
    }
    int script = UScript.getScript(codePoint);
    if (script == UScript.HAN) {
      result.append(SIMPLIFY.transliterate(Character.toString(codePoint)));
    } else if (script == UScript.INHERITED
        && Character.getType(codePoint) == Character.NON_SPACING_MARK) {
      return; // an accent of its own
    } else if (script == UScript.LATIN || script == UScript.GREEK || script == UScript.CYRILLIC) {
      DECOMPOSE
          .normalize(Character.toString(codePoint))
          .codePoints()
          .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
          .forEach(result::appendCodePoint);
    } else {
      result.appendCodePoint(codePoint);
    }
  }
}
