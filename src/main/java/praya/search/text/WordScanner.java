package praya.search.text;

/**
 * Cuts a text into words: runs of letters and digits, and single characters of scripts that are
 * written without spaces. Words that hang together by a hyphen, a dot, an ampersand or the like are
 * told by {@link #glued()}; whoever asks can join them, so that "fin-tech" is "fintech".
 *
 * <p>A cursor over one text at a time, made to be used again; not for several threads.
 */
public final class WordScanner {
  private static final String GLUE = "-‐‑.&/'’_+·@";

  /** No word of a language is longer; the index refuses terms of 32,766 bytes. */
  private static final int LONGEST = 64;

  private final Folding folding = new Folding();
  private int from;
  private int to;
  private int resume;
  private boolean han;
  private boolean glued;

  /** Begins a text. */
  public WordScanner read(CharSequence text) {
    folding.fold(text);
    from = 0;
    to = 0;
    resume = 0;
    han = false;
    glued = false;
    return this;
  }

  /** Moves to the next word; false at the end. */
  public boolean next() {
    char[] chars = folding.chars();
    int length = folding.length();
    int previousEnd = resume;
    boolean first = to == 0;
    boolean previousHan = han;
    int i = resume;
    while (i < length && !isWordPart(chars, i, length)) {
      i++;
    }
    from = i;
    to = i;
    resume = i;
    if (i == length) {
      return false;
    }
    han = isHan(chars[i]);
    if (han) {
      to = i + size(chars[i]);
      glued = !first && previousHan && from == previousEnd;
    } else {
      glued = !first && !previousHan && i == previousEnd + 1 && GLUE.indexOf(chars[i - 1]) >= 0;
      while (to < length && isWordPart(chars, to, length) && !isHan(chars[to])) {
        to += size(chars[to]);
      }
    }
    resume = to;
    if (!han && isPossessive(chars, length)) {
      resume = to + 2;
    }
    return true;
  }

  /** Whether an apostrophe and a lone s follow: "lion's" is searched as "lion". */
  private boolean isPossessive(char[] chars, int length) {
    return to + 1 < length
        && (chars[to] == '\'' || chars[to] == '’')
        && chars[to + 1] == 's'
        && (to + 2 == length || !isWordPart(chars, to + 2, length));
  }

  private static int size(char c) {
    return Character.isHighSurrogate(c) ? 2 : 1;
  }

  private static boolean isWordPart(char[] chars, int i, int length) {
    char c = chars[i];
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }
    if (Character.isSurrogate(c)) {
      return i + 1 < length
          && Character.isHighSurrogate(c)
          && Character.isLowSurrogate(chars[i + 1])
          && Character.isLetterOrDigit(Character.toCodePoint(c, chars[i + 1]));
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /**
   * Ideographs, and kana, which is written without spaces too; by the first half if there are two.
   */
  private static boolean isHan(char c) {
    return (c >= 0x3400 && c <= 0x9FFF)
        || (c >= 0x3005 && c <= 0x30FF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xD840 && c <= 0xD8BF);
  }

  /** Whether the word is one character of a script without spaces. */
  public boolean han() {
    return han;
  }

  /**
   * Whether nothing but a joining mark stands before it; between Han characters, nothing at all.
   */
  public boolean glued() {
    return glued;
  }

  /** The folded word; of a very long one only the beginning. */
  public String word() {
    return new String(folding.chars(), from, kept());
  }

  /** The folded text; the word begins at {@link #from()} and has {@link #kept()} characters. */
  char[] chars() {
    return folding.chars();
  }

  int from() {
    return from;
  }

  int kept() {
    return Math.min(to - from, LONGEST);
  }

  public int length() {
    return to - from;
  }

  /** A character of the folded word. */
  public char charAt(int index) {
    return folding.chars()[from + index];
  }

  /** Where the word begins in the text as given. */
  public int start() {
    return folding.origin(from);
  }

  /** Where the word ends in the text as given. */
  public int end() {
    return folding.originEnd(to);
  }
}
