package praya.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import praya.domain.Language;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.Suggestion.MatchedField;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Phrase;
import praya.search.text.Grams;

/**
 * Terms of the taxonomy by what somebody types: a few thousand beginnings, read through each time.
 */
final class TermSuggestions {
  private final List<Beginning> beginnings = new ArrayList<>();

  TermSuggestions(Glossary glossary) {
    for (Entry entry : glossary.entries()) {
      for (Phrase phrase : entry.phrases()) {
        for (String tail : Grams.tails(phrase.words())) {
          beginnings.add(new Beginning(tail.substring(1), tail.charAt(0) == '0', entry, phrase));
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
