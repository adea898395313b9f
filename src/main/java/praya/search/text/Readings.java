package praya.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How Han characters are read in Mandarin and Cantonese: Unicode's data on them, in memory. */
final class Readings {
  /** Two thirds of the characters are read in one way, and hardly any is in three. */
  private static final int MOST = 2;

  private static final Pattern SPACE = Pattern.compile(" ");

  static final Readings ALL = load(); // after all that loading needs

  /** Characters with readings stand from here to {@link #LAST}. */
  private static final char FIRST = 0x3400;

  private static final char LAST = 0x9FFF;

  private final List<List<Syllable>> pinyin = table();
  private final List<List<Syllable>> jyutping = table();
  private final Set<String> syllables = new HashSet<>();
  private int longest;

  /**
   * A reading.
   *
   * @param plain without its tone, as keys have it
   * @param yale the same in Yale's spelling
   */
  record Syllable(String toned, String plain, String yale) {
    static Syllable of(String toned) {
      String plain = Sounds.plain(toned);
      return new Syllable(toned, plain, Sounds.Romanisation.YALE.spell(plain));
    }

    String in(Sounds.Romanisation system) {
      return system == Sounds.Romanisation.YALE ? yale : plain;
    }
  }

  private Readings() {}

  private static List<List<Syllable>> table() {
    return new ArrayList<>(Collections.nCopies(LAST - FIRST + 1, List.of()));
  }

  private static Readings load() {
    Readings readings = new Readings();
    Map<String, Syllable> shared = new HashMap<>();
    lines(
        "readings.txt",
        columns -> {
          char character = columns[0].charAt(0);
          for (String reading : SPACE.splitAsStream(columns[1]).toList()) {
            readings.add(readings.pinyin, character, shared.computeIfAbsent(reading, Syllable::of));
          }
          for (String reading : SPACE.splitAsStream(columns[2]).toList()) {
            readings.add(
                readings.jyutping, character, shared.computeIfAbsent(reading, Syllable::of));
          }
        });
    lines(
        "more-readings.txt",
        columns -> readings.add(readings.jyutping, columns[0].charAt(0), Syllable.of(columns[1])));
    return readings;
  }

  private static void lines(String table, Consumer<String[]> read) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Readings.class.getResourceAsStream(table), table),
                StandardCharsets.UTF_8))) {
      lines.lines().filter(line -> !line.startsWith("#")).forEach(l -> read.accept(l.split("\t")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void add(List<List<Syllable>> to, char character, Syllable reading) {
    List<Syllable> known = to.get(character - FIRST);
    boolean another = known.stream().noneMatch(k -> k.plain().equals(reading.plain()));
    if (another && known.size() < MOST) {
      List<Syllable> more = new ArrayList<>(known);
      more.add(reading);
      to.set(character - FIRST, List.copyOf(more));
      for (Sounds.Romanisation system : Sounds.Romanisation.values()) {
        syllables.add(reading.in(system));
        longest = Math.max(longest, reading.in(system).length());
      }
    }
  }

  /** Readings, the commonest first; none for a character that has none. */
  List<Syllable> of(Sounds.Romanisation system, char character) {
    return character < FIRST || character > LAST
        ? List.of()
        : (system == Sounds.Romanisation.PINYIN ? pinyin : jyutping).get(character - FIRST);
  }

  /** Whether a text can be cut into syllables; the last may be only begun if that is allowed. */
  boolean isSpelled(String text, boolean begun) {
    boolean[] reached = new boolean[text.length() + 1];
    reached[0] = true;
    for (int from = 0; from < text.length(); from++) {
      for (int to = from + 1;
          reached[from] && to <= Math.min(text.length(), from + longest);
          to++) {
        reached[to] |= syllables.contains(text.substring(from, to));
      }
      if (begun && reached[from] && begins(text.substring(from))) {
        return true;
      }
    }
    return reached[text.length()];
  }

  private boolean begins(String rest) {
    return rest.length() < longest && syllables.stream().anyMatch(s -> s.startsWith(rest));
  }
}
