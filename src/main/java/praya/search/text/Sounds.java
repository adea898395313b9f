package praya.search.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.search.text.Readings.Syllable;

/**
 * How Chinese names sound, as people type it who have no Chinese keyboard at hand: pinyin,
 * Jyutping, and Yale's spelling of Cantonese, which Hong Kong's own is closer to; whole or by
 * initials, with or without tones and spaces.
 */
public final class Sounds {
  /** A name by its sounds from its first character on. */
  public static final char WHOLE = 'w';

  /** A name by its sounds from a later character on. */
  public static final char TAIL = 't';

  /** A name by the first letters of its sounds. */
  public static final char INITIALS = 'i';

  /** Two characters are the shortest name, and one sound alone is the sound of dozens. */
  private static final int FEWEST = 2;

  /** The sounds of a name of eight characters; a longer one is known by its beginning. */
  private static final int LONGEST = 40;

  /** A name has rarely more than one character with two readings that matter. */
  private static final int MOST_WAYS = 4;

  /** Later beginnings than these are the ends of long legal names. */
  private static final int MOST_TAILS = 6;

  private Sounds() {}

  /** A way to write sounds in Latin letters. */
  public enum Romanisation {
    PINYIN,
    JYUTPING,
    YALE;

    /** A syllable of pinyin or Jyutping as this system writes it. */
    String spell(String syllable) {
      if (this != YALE) {
        return syllable;
      }
      String rest = syllable.substring(1);
      String yale =
          switch (syllable.charAt(0)) {
            case 'j' -> rest.startsWith("y") ? rest : "y" + rest;
            case 'z' -> "j" + rest;
            case 'c' -> "ch" + rest;
            default -> syllable;
          };
      yale = yale.replace("oe", "eu").replace("eo", "eu");
      return yale.endsWith("aa") ? yale.substring(0, yale.length() - 1) : yale;
    }
  }

  /**
   * A stretch of a text with a sound.
   *
   * @param spelled the sound in syllables with their tones
   */
  public record Heard(int start, int end, String spelled) {}

  /** A syllable as a key has it: without its tone, ü as u. */
  static String plain(String syllable) {
    return Folding.of(syllable).replaceAll("[0-9]", "");
  }

  /** What was typed as a key: letters only, without tones. Null if it can be no sound. */
  public static @Nullable String key(String typed) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < typed.length(); i++) {
      char c = typed.charAt(i);
      boolean tone = c >= '1' && c <= '9' && !key.isEmpty();
      if (c >= 'a' && c <= 'z') {
        boolean umlaut = c == 'v' && i > 0 && "ln".indexOf(typed.charAt(i - 1)) >= 0;
        key.append(umlaut ? 'u' : c);
      } else if (!tone) {
        return null;
      }
    }
    return key.length() < FEWEST || key.length() > LONGEST ? null : key.toString();
  }

  /** Whether a key is made of syllables. */
  public static boolean isSpelled(String key) {
    return Readings.ALL.isSpelled(key, false);
  }

  /** The same while the last syllable is still being typed. */
  public static boolean isBegun(String key) {
    return Readings.ALL.isSpelled(key, true);
  }

  /** The keys of a name, each behind a letter that says of what. */
  public static Set<String> keys(String name) {
    Set<String> keys = new LinkedHashSet<>();
    for (String run : runs(name)) {
      for (Romanisation system : Romanisation.values()) {
        for (String way : ways(system, run, false)) {
          keys.add(WHOLE + way);
        }
        for (String way : ways(system, run, true)) {
          keys.add(INITIALS + way);
        }
        for (int from = 1; from <= Math.min(MOST_TAILS, run.length() - FEWEST); from++) {
          if (system != Romanisation.YALE) {
            keys.add(TAIL + ways(system, run.substring(from), false).getFirst());
          }
        }
      }
    }
    return keys;
  }

  /** Stretches of Han characters that all have a reading, two or longer. */
  private static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Readings.ALL.of(Romanisation.PINYIN, text.charAt(i)).isEmpty()) {
        if (i - from >= FEWEST) {
          runs.add(text.substring(from, i));
        }
        from = i + 1;
      }
    }
    return runs;
  }

  private static List<String> ways(Romanisation system, String run, boolean initials) {
    List<String> ways = List.of("");
    for (int i = 0; i < run.length() && ways.get(0).length() < LONGEST; i++) {
      List<String> longer = new ArrayList<>();
      for (Syllable reading : Readings.ALL.of(system, run.charAt(i))) {
        String syllable = reading.in(system);
        String added = initials ? syllable.substring(0, 1) : syllable;
        for (String way : ways) {
          if (longer.size() < MOST_WAYS && !longer.contains(way + added)) {
            longer.add(way + added);
          }
        }
      }
      ways = longer;
    }
    return ways.stream().map(way -> way.substring(0, Math.min(way.length(), LONGEST))).toList();
  }

  /** Where in a text something begins that sounds like a key, or has these initials. */
  public static @Nullable Heard find(String text, String key) {
    for (boolean initials : new boolean[] {false, true}) {
      for (int from = 0; from < text.length(); from++) {
        for (Romanisation system : Romanisation.values()) {
          Heard heard = new Listener(text, key, system, initials).heard(from, from, 0, "");
          if (heard != null) {
            return heard;
          }
        }
      }
    }
    return null;
  }

  /** Follows a key through the readings of a text. */
  private record Listener(String text, String key, Romanisation system, boolean initials) {
    @Nullable Heard heard(int from, int at, int done, String spelled) {
      if (done >= key.length()) {
        return at - from < FEWEST ? null : new Heard(from, at, spelled.strip());
      }
      if (at == text.length()) {
        return null;
      }
      for (Syllable reading : Readings.ALL.of(system, text.charAt(at))) {
        String syllable = reading.in(system);
        String part = initials ? syllable.substring(0, 1) : syllable;
        String rest = key.substring(done);
        if (rest.startsWith(part) || (!initials && part.startsWith(rest))) {
          Heard heard =
              heard(
                  from,
                  at + 1,
                  done + part.length(),
                  spelled + " " + tone(reading.toned(), syllable));
          if (heard != null) {
            return heard;
          }
        }
      }
      return null;
    }

    private static String tone(String reading, String syllable) {
      return syllable + reading.charAt(reading.length() - 1);
    }
  }
}
