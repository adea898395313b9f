package praya.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import praya.domain.Language;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Phrase;
import praya.search.text.Grams;
import praya.search.text.Word;

/**
 * The terms of the taxonomy that look most like a text by which nothing was found: what to try
 * next. Likeness is Dice's coefficient over pairs of neighbouring characters (Dice, 1945), which
 * forgives wrong letters and wrong characters wherever they stand.
 */
final class NearestTerms {
  /** Half of the pairs in common; below that, likeness is chance. */
  private static final double ALIKE = 0.5;

  /** Only the beginning of a pasted text is compared. */
  private static final int MOST_WORDS = 12;

  private final List<Known> known = new ArrayList<>();

  private record Known(Set<String> pairs, Entry entry, Phrase phrase) {}

  private record Near(Known known, double likeness) {}

  NearestTerms(Glossary glossary) {
    for (Entry entry : glossary.entries()) {
      for (Phrase phrase : entry.phrases()) {
        known.add(new Known(pairs(Grams.compact(phrase.words())), entry, phrase));
      }
    }
  }

  /** At most so many terms, the likest first. */
  List<Suggestion> find(String text, int limit, Language language) {
    List<Word> words = Word.of(text);
    words = words.subList(0, Math.min(words.size(), MOST_WORDS));
    List<Set<String>> asked = new ArrayList<>();
    asked.add(pairs(Grams.compact(words)));
    words.stream().filter(word -> !word.han()).forEach(word -> asked.add(pairs(word.folded())));
    Map<Entry, Near> best = new HashMap<>();
    for (Known each : known) {
      double likeness = 0;
      for (Set<String> pairs : asked) {
        likeness = Math.max(likeness, likeness(pairs, each.pairs()));
      }
      if (likeness >= ALIKE) {
        best.merge(
            each.entry(),
            new Near(each, likeness),
            (one, other) -> other.likeness() > one.likeness() ? other : one);
      }
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble(Near::likeness)
                .reversed()
                .thenComparing(near -> near.known().entry().term().code()))
        .limit(limit)
        .map(near ->
            TermSuggestions.suggestion(near.known().entry(), near.known().phrase(), language))
        .toList();
  }

  private static double likeness(Set<String> one, Set<String> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    long common = one.stream().filter(other::contains).count();
    return 2.0 * common / (one.size() + other.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
