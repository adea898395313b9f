package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import praya.search.text.Glossary.Phrase;

/**
 * The smallest pieces of queries. What the index does not have becomes {@link #NOTHING}, so that
 * most synonyms cost one look-up and no more.
 */
final class TermClauses {
  static final Query NOTHING = KnownTerms.NOTHING;

  /** Another reading adds a little to the best one, or a hit by two would not show. */
  private static final float TIE = 0.1f;

  private final Snapshot snapshot;
  private final Budget budget = new Budget();

  TermClauses(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** What the search that these are for may still do. */
  Budget budget() {
    return budget;
  }

  /** In how many organisations the word stands; one that was just deleted may still count. */
  int frequency(String token) throws IOException {
    return snapshot.term(Fields.BAG, token).organisations();
  }

  private Query term(String field, String token) throws IOException {
    return snapshot.term(field, token).query();
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
  boolean hasWords(Phrase phrase) throws IOException {
    for (String gram : phrase.grams()) {
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
    List<Query> possible = new ArrayList<>(readings);
    possible.removeIf(reading -> !isPossible(reading));
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
