package praya.search;

import static praya.search.TermClauses.isPossible;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import praya.search.text.Grams;
import praya.search.text.Question.Part;
import praya.search.text.Word;

/**
 * What is listed behind the few that have all the words: whatever has the more telling half of
 * them. "Recruitment platform" goes on with what recruits, not with every platform.
 */
final class FewHits {
  /** A first page has room for about as many; with so many there is enough to read. */
  static final int ENOUGH = 10;

  /** More than any words can score: what has all words stands before what has some. */
  private static final float FIRST = 1_000f;

  /** Each doubles the combinations; with more parts a text is a sentence. */
  private static final int MOST_PARTS = 6;

  private static final int NAME_PARTS = 3;

  private final Snapshot snapshot;
  private final TermClauses clauses;

  FewHits(Snapshot snapshot, TermClauses clauses) {
    this.snapshot = snapshot;
    this.clauses = clauses;
  }

  /** How many have all the words, counted no further than is enough. */
  int count(TextQuery whole) throws IOException {
    return snapshot.search(whole.query(), ENOUGH).scoreDocs.length;
  }

  /**
   * Whether the words are a name, or three and more all in one: then its bearer is sought and
   * nobody else. Two are in a name by chance: "ESG data", "recruitment platform".
   */
  boolean isName(List<Part> parts) throws IOException {
    List<Word> words = parts.stream().flatMap(part -> part.words().stream()).toList();
    for (String signature : Grams.signatures(words)) {
      if (isPossible(clauses.exact(signature))) {
        return true;
      }
    }
    if (parts.size() < NAME_PARTS) {
      return false;
    }
    BooleanQuery.Builder name = new BooleanQuery.Builder();
    for (Part part : parts) {
      for (String gram : Grams.of(part.words())) {
        Query clause = clauses.name(gram);
        if (!isPossible(clause)) {
          return false;
        }
        name.add(clause, Occur.FILTER);
      }
    }
    return snapshot.search(name.build(), 1).scoreDocs.length > 0;
  }

  /** The ones that have all words, by their own scores, and then the others. */
  static Query behind(Query whole, Query some) {
    Query first = new BoostQuery(new ConstantScoreQuery(whole), FIRST);
    BooleanQuery.Builder both = new BooleanQuery.Builder();
    both.add(whole, Occur.MUST).add(first, Occur.MUST);
    return new DisjunctionMaxQuery(List.of(both.build(), some), 0f);
  }

  /** Whether a hit of {@link #behind} has all the words. */
  static boolean hasAll(ScoreDoc hit) {
    return hit.score >= FIRST;
  }

  /**
   * Any of these that together tell at least half of what all tell, or a quarter where that is too
   * few. A part tells the more the fewer have it; one that nobody has tells nothing.
   */
  Query telling(List<Query> parts) throws IOException {
    List<Query> known = new ArrayList<>();
    List<Double> worth = new ArrayList<>();
    double all = 0;
    int organisations = Math.max(1, snapshot.getIndexReader().numDocs());
    for (Query part : parts) {
      int having = isPossible(part) ? snapshot.count(part) : 0;
      if (having > 0 && known.size() < MOST_PARTS) {
        double tells = Math.log(1 + (organisations - having + 0.5) / (having + 0.5));
        known.add(part);
        worth.add(tells);
        all += tells;
      }
    }
    Query half = combinations(known, worth, all / 2);
    return isPossible(half) && snapshot.count(half) >= ENOUGH
        ? half
        : combinations(known, worth, all / 4);
  }

  private static Query combinations(List<Query> known, List<Double> worth, double least) {
    List<Query> combinations = new ArrayList<>();
    for (int set = 1; set < 1 << known.size(); set++) {
      if (isLeast(set, worth, least)) {
        BooleanQuery.Builder together = new BooleanQuery.Builder();
        for (int i = 0; i < known.size(); i++) {
          if ((set & 1 << i) != 0) {
            together.add(known.get(i), Occur.FILTER);
          }
        }
        combinations.add(together.build());
      }
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    combinations.forEach(each -> any.add(each, Occur.SHOULD));
    return combinations.isEmpty() ? TermClauses.NOTHING : any.build();
  }

  /** Whether a set is worth enough, and would not be without any one of it. */
  private static boolean isLeast(int set, List<Double> worth, double least) {
    double sum = 0;
    double smallest = Double.MAX_VALUE;
    for (int i = 0; i < worth.size(); i++) {
      if ((set & 1 << i) != 0) {
        sum += worth.get(i);
        smallest = Math.min(smallest, worth.get(i));
      }
    }
    return sum >= least && sum - smallest < least;
  }
}
