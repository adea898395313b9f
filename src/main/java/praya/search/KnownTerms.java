package praya.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot's dictionary says of the terms that were asked for. A query with synonyms asks
 * for dozens, the same for everyone who means the same; to seek them in a small index costs as much
 * as to search it. What is not there is remembered too: most synonyms are not.
 */
final class KnownTerms {
  static final Query NOTHING = new MatchNoDocsQuery("not in the index");

  /**
   * Several times the words of the taxonomy. Beyond it all are forgotten: whoever asks for that
   * many different words asks for few of them again.
   */
  private static final int MOST = 8192;

  private final Map<String, Known> bag = new ConcurrentHashMap<>();
  private final Map<String, Known> others = new ConcurrentHashMap<>();

  /**
   * A term.
   *
   * @param organisations that have it; one that was just deleted may still count
   * @param query {@link #NOTHING} if none has it
   */
  record Known(int organisations, Query query) {}

  Known find(IndexSearcher snapshot, String field, String token) throws IOException {
    boolean common = field.equals(Fields.BAG);
    Map<String, Known> table = common ? bag : others;
    String key = common ? token : field + ' ' + token;
    @Nullable Known known = table.get(key);
    if (known == null) {
      known = look(snapshot, new Term(field, token));
      if (table.size() >= MOST / 2) {
        table.clear();
      }
      table.put(key, known);
    }
    return known;
  }

  private static Known look(IndexSearcher snapshot, Term term) throws IOException {
    TermStates states = TermStates.build(snapshot, term, true);
    int organisations = states.docFreq();
    return new Known(organisations, organisations == 0 ? NOTHING : new TermQuery(term, states));
  }
}
