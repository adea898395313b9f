package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import praya.domain.Language;
import praya.search.text.Grams;
import praya.search.text.Sounds;
import praya.search.text.Word;

/**
 * What somebody is typing, to be completed: by what is written so, then by what sounds so, and only
 * if there is nothing at all, by what is written nearly so.
 */
record Completion(String typed, int limit, Language language) {
  /** Longer than any name. */
  private static final int LONGEST = 200;

  static Completion of(String prefix, int limit, Language language) {
    String start = prefix.substring(0, Math.min(prefix.length(), LONGEST));
    return new Completion(Grams.compact(Word.of(start)), limit, language);
  }

  List<Suggestion> find(Snapshot snapshot, TermSuggestions terms) throws IOException {
    if (typed.isEmpty() || limit < 1) {
      return List.of();
    }
    Suggester names = new Suggester(snapshot, language, limit);
    List<Suggestion> named = names.exact(typed);
    List<Suggestion> meant = new ArrayList<>(terms.find(typed, limit, language));
    String key = Sounds.key(typed);
    if (key != null && named.size() + meant.size() < limit) {
      named = names.sounding(key);
      meant.addAll(terms.sounding(key, meant, limit, language));
    }
    if (named.isEmpty() && meant.isEmpty() && Suggester.mayBeMistyped(typed)) {
      named = names.nearly(typed);
      meant = terms.nearly(typed, limit, language);
    }
    List<Suggestion> wished = new Suggester(snapshot, language, limit).wishes(typed);
    int others = named.size() + meant.size();
    int forWishes = Math.min(wished.size(), Math.max(limit / 4, limit - others));
    int rest = limit - forWishes;
    int forTerms = Math.min(meant.size(), Math.max(rest / 3, rest - named.size()));
    int forNames = Math.min(named.size(), rest - forTerms);
    return Stream.of(
            named.subList(0, forNames), meant.subList(0, forTerms), wished.subList(0, forWishes))
        .flatMap(List::stream)
        .toList();
  }
}
