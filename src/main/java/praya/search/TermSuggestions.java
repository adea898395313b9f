package praya.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import praya.domain.Language;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.Suggestion.MatchedField;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Phrase;
import praya.search.text.Grams;
import praya.search.text.Sounds;

/**
 * Terms of the taxonomy by what somebody types: a few thousand beginnings, read through each time.
 */
final class TermSuggestions {
  private final List<Beginning> beginnings = new ArrayList<>();
  private final TreeMap<String, List<Beginning>> sounds = new TreeMap<>();

  TermSuggestions(Glossary glossary) {
    for (Entry entry : glossary.entries()) {
      for (Phrase phrase : entry.phrases()) {
        for (String tail : Grams.tails(phrase.words())) {
          beginnings.add(new Beginning(tail.substring(1), tail.charAt(0) == '0', entry, phrase));
        }
        for (String sound : Sounds.keys(phrase.text())) {
          var spoken = new Beginning(sound, true, entry, phrase);
          sounds.computeIfAbsent(sound, s -> new ArrayList<>()).add(spoken);
        }
      }
    }
  }

  private record Beginning(String tail, boolean first, Entry entry, Phrase phrase) {
    /** Labels that begin with what was typed, other labels, then synonyms likewise. */
    int rank() {
      return (phrase.label() ? 0 : 2) + (first ? 0 : 1);
    }
  }

  List<Suggestion> find(String typed, int limit, Language language) {
    return find(typed, false, limit, language);
  }

  /** Terms that would begin with what was typed but for one letter. */
  List<Suggestion> nearly(String typed, int limit, Language language) {
    return find(typed, true, limit, language);
  }

  private List<Suggestion> find(String typed, boolean nearly, int limit, Language language) {
    Map<Entry, Beginning> best = new LinkedHashMap<>();
    for (Beginning beginning : beginnings) {
      if (nearly
          ? Suggester.isNearly(typed, beginning.tail())
          : beginning.tail().startsWith(typed)) {
        best.merge(beginning.entry(), beginning, (a, b) -> b.rank() < a.rank() ? b : a);
      }
    }
    return best.values().stream()
        .sorted(Comparator.comparingInt(Beginning::rank))
        .limit(limit)
        .map(beginning -> suggestion(beginning.entry(), beginning.phrase(), language))
        .toList();
  }

  /** Terms by how they sound, without those that are told already. */
  List<Suggestion> sounding(String key, List<Suggestion> told, int limit, Language language) {
    Map<Entry, Suggestion> heard = new LinkedHashMap<>();
    for (char what : new char[] {Sounds.WHOLE, Sounds.INITIALS}) {
      for (var entry : sounds.tailMap(what + key).entrySet()) {
        if (!entry.getKey().startsWith(what + key) || heard.size() >= limit) {
          break;
        }
        for (Beginning beginning : entry.getValue()) {
          Sounds.Heard sound = Sounds.find(beginning.phrase().text(), key);
          if (sound != null && told.stream().noneMatch(t -> isSame(t, beginning.entry()))) {
            Suggestion as = suggestion(beginning.entry(), beginning.phrase(), language);
            heard.putIfAbsent(beginning.entry(), as.heard(sound.spelled()));
          }
        }
      }
    }
    return heard.values().stream().limit(limit).toList();
  }

  private static boolean isSame(Suggestion told, Entry entry) {
    Term term = entry.term();
    return told.code().equals(term.code()) && told.type() == type(term.vocabulary());
  }

  static Suggestion suggestion(Entry entry, Phrase phrase, Language language) {
    Term term = entry.term();
    String label = term.label().in(language);
    return new Suggestion(
        type(term.vocabulary()),
        term.code(),
        label == null ? term.code() : label,
        phrase.text(),
        phrase.label() ? MatchedField.TERM : MatchedField.SYNONYM);
  }

  private static Suggestion.Type type(Vocabulary vocabulary) {
    return switch (vocabulary) {
      case CAPABILITIES -> Suggestion.Type.CAPABILITY;
      case SECTORS -> Suggestion.Type.SECTOR;
      case LAYERS -> Suggestion.Type.LAYER;
      case KINDS -> Suggestion.Type.KIND;
      default ->
          throw new IllegalArgumentException("No terms of " + vocabulary + " are suggested.");
    };
  }
}
