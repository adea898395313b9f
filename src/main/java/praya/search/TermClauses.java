package praya.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import praya.search.text.Grams;
import praya.search.text.Word;

/**
 * The smallest pieces of queries. Each term is looked up once for all passes of a search; what the
 * index does not have becomes {@link #NOTHING}, so that most synonyms cost one look-up and no more.
 */
final class TermClauses {
  static final Query NOTHING = new MatchNoDocsQuery("not in the index");

  /** Another reading adds a little to the best one, or a hit by two would not show. */
  private static final float TIE = 0.1f;

  private final Snapshot snapshot;
  private final Map<Term, TermStates> states = new HashMap<>();

  TermClauses(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  private TermStates states(Term term) throws IOException {
    TermStates known = states.get(term);
    if (known == null) {
      known = TermStates.build(snapshot, term, true);
      states.put(term, known);
    }
    return known;
  }

  /** In how many organisations the word stands; one that was just deleted may still count. */
  int frequency(String token) throws IOException {
    return states(new Term(Fields.BAG, token)).docFreq();
  }

  private Query term(String field, String token) throws IOException {
    Term term = new Term(field, token);
    TermStates found = states(term);
    return found.docFreq() == 0 ? NOTHING : new TermQuery(term, found);
  }

  Query bag(String token) throws IOException {
    return term(Fields.BAG, token);
  }

  Query name(String gram) throws IOException {
    return term(Fields.NAME, gram);
  }

  Query exact(String signature) throws IOException {
    Query exact = term(Fields.EXACT, signature);
    return isPossible(exact) ? new ConstantScoreQuery(exact) : NOTHING;
  }

  /** Whether the index has every word of a phrase, in whatever order. */
  boolean hasWords(List<Word> words) throws IOException {
    for (String gram : Grams.stems(words)) {
      if (frequency(gram) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Both words, if there is an organisation that has both. */
  Query both(String one, String other) throws IOException {
    Query both =
        new BooleanQuery.Builder().add(bag(one), Occur.MUST).add(bag(other), Occur.MUST).build();
    return snapshot.search(both, 1).scoreDocs.length == 0 ? NOTHING : both;
  }

  /** Whether the clause can find anything. */
  static boolean isPossible(Query clause) {
    return !(clause instanceof MatchNoDocsQuery);
  }

  /** The best of several readings. */
  static Query anyOf(List<Query> readings) {
    List<Query> possible = readings.stream().filter(TermClauses::isPossible).toList();
    return switch (possible.size()) {
      case 0 -> NOTHING;
      case 1 -> possible.get(0);
      default -> new DisjunctionMaxQuery(possible, TIE);
    };
  }

  static Query boost(Query query, float boost) {
    return isPossible(query) ? new BoostQuery(query, boost) : NOTHING;
  }
}
