package praya.search.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What Taiwan, Hong Kong and the mainland say differently: 軟體 and 软件, 介面 and 界面. OpenCC's tables of
 * phrases, folded, and read both ways.
 *
 * <p>Queries are widened by them and texts stay as they are, so that a highlight always stands on
 * the characters that were written, and a table that cuts a word wrongly takes nothing away.
 */
public final class Variants {
  /** OpenCC's own first: where two tables say different things, both count. */
  private static final List<String> TABLES =
      List.of("TWPhrasesRev.txt", "HKPhrasesRev.txt", "PrayaPhrases.txt");

  /** A part of a query has rarely more than one such phrase, with one or two others for it. */
  private static final int MOST = 4;

  private static final Pattern SPACE = Pattern.compile(" ");

  private static final Variants ALL = load();

  private final Map<String, Set<String>> others = new HashMap<>();
  private int longest;

  private Variants() {}

  private static Variants load() {
    Variants variants = new Variants();
    for (String table : TABLES) {
      try (BufferedReader lines =
          new BufferedReader(
              new InputStreamReader(
                  Objects.requireNonNull(Variants.class.getResourceAsStream(table), table),
                  StandardCharsets.UTF_8))) {
        lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .forEach(variants::read);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return variants;
  }

  private void read(String line) {
    int tab = line.indexOf('\t');
    String regional = Folding.of(line.substring(0, tab));
    for (String phrase : SPACE.splitAsStream(line.substring(tab + 1)).toList()) {
      String mainland = Folding.of(phrase);
      if (regional.equals(mainland)) {
        others.computeIfAbsent(regional, p -> new LinkedHashSet<>()); // not to be cut: 方程式
      } else if (isHan(regional) && isHan(mainland)) {
        add(regional, mainland);
        add(mainland, regional);
      }
    }
  }

  private void add(String phrase, String other) {
    if (phrase.length() > 1) { // one character stands in too many words
      others.computeIfAbsent(phrase, p -> new LinkedHashSet<>()).add(other);
      longest = Math.max(longest, phrase.length());
    }
  }

  private static boolean isHan(String text) {
    return Word.of(text).stream().allMatch(Word::han);
  }

  /** How many words the longest phrase has that begins here and is said otherwise elsewhere. */
  public static int longest(List<Word> words, int from) {
    int best = 0;
    StringBuilder phrase = new StringBuilder();
    for (int at = from; at < words.size() && phrase.length() <= ALL.longest; at++) {
      if (!words.get(at).han() || (at > from && !words.get(at).glued())) {
        break;
      }
      phrase.append(words.get(at).folded());
      if (ALL.others.containsKey(phrase.toString())) {
        best = at + 1 - from;
      }
    }
    return best;
  }

  /** The pieces of a run, where a phrase of the tables that is several of them becomes one. */
  static List<List<Word>> whole(List<Word> run, List<List<Word>> pieces) {
    List<List<Word>> whole = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < pieces.size(); ) {
      int length = longest(run, from);
      int last = i;
      int end = pieces.get(i).size();
      while (end < length) {
        end += pieces.get(++last).size();
      }
      last = end == length ? last : i;
      int to = from;
      for (; i <= last; i++) {
        to += pieces.get(i).size();
      }
      whole.add(run.subList(from, to));
      from = to;
    }
    return whole;
  }

  /**
   * The same words as people elsewhere say them; nothing if all say the same. First all phrases as
   * elsewhere, then one at a time.
   */
  public static List<List<Word>> of(List<Word> words) {
    Set<List<Word>> said = new LinkedHashSet<>();
    List<Word> all = new ArrayList<>();
    for (int at = 0; at < words.size(); ) {
      int length = Math.max(1, longest(words, at));
      List<Word> stretch = words.subList(at, at + length);
      Set<String> ways = ALL.others.getOrDefault(Word.join(stretch), Set.of());
      boolean first = true;
      for (String way : length > 1 ? ways : Set.<String>of()) {
        List<Word> other = words(way, stretch);
        if (first) {
          all.addAll(other);
          first = false;
        }
        List<Word> one = new ArrayList<>(words.subList(0, at));
        one.addAll(other);
        one.addAll(words.subList(at + length, words.size()));
        said.add(one);
      }
      if (first) {
        all.addAll(stretch);
      }
      at += length;
    }
    if (said.isEmpty()) {
      return List.of();
    }
    List<List<Word>> readings = new ArrayList<>();
    readings.add(all);
    said.stream().filter(one -> !one.equals(all)).limit(MOST - 1).forEach(readings::add);
    return readings;
  }

  /** Another phrase in the place of some words. */
  private static List<Word> words(String phrase, List<Word> place) {
    Word first = place.getFirst();
    int end = place.getLast().end();
    List<Word> words = new ArrayList<>();
    phrase
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(c ->
            words.add(new Word(c, c, true, !words.isEmpty() || first.glued(), first.start(), end)));
    return words;
  }
}
