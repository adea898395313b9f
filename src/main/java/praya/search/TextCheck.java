package praya.search;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;
import praya.search.text.Word;

/**
 * Organisations that have words in some of their texts, side by side for a phrase. The index knows
 * who has the words at all; where they stand is read from the record, so that the index needs no
 * positions. What was read once is remembered for the other passes of the search.
 */
final class TextCheck extends Query {
  private final Query words;
  private final Set<Source> sources;
  private final List<Word> sought;
  private final boolean phrase;
  private final Budget budget;
  private @Nullable FixedBitSet checked;
  private @Nullable FixedBitSet matching;

  /**
   * @param words finds whoever can match at all
   */
  TextCheck(Query words, Set<Source> sources, List<Word> sought, boolean phrase, Budget budget) {
    this.words = words;
    this.sources = sources;
    this.sought = sought;
    this.phrase = phrase;
    this.budget = budget;
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    Weight inner = searcher.createWeight(searcher.rewrite(words), ScoreMode.COMPLETE_NO_SCORES, 1f);
    FixedBitSet seen =
        checked == null ? new FixedBitSet(searcher.getIndexReader().maxDoc()) : checked;
    FixedBitSet good =
        matching == null ? new FixedBitSet(searcher.getIndexReader().maxDoc()) : matching;
    checked = seen;
    matching = good;
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        ScorerSupplier supplier = inner.scorerSupplier(leaf);
        if (supplier == null) {
          return null;
        }
        float weight = score();
        return new ScorerSupplier() {
          @Override
          public Scorer get(long leadCost) throws IOException {
            return new ConstantScoreScorer(
                weight, mode, check(leaf, supplier.get(leadCost), seen, good));
          }

          @Override
          public long cost() {
            return supplier.cost();
          }
        };
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return false;
      }
    };
  }

  private TwoPhaseIterator check(
      LeafReaderContext leaf, Scorer scorer, FixedBitSet seen, FixedBitSet good) {
    return new TwoPhaseIterator(scorer.iterator()) {
      @Override
      public boolean matches() throws IOException {
        int doc = approximation().docID();
        if (!seen.getAndSet(leaf.docBase + doc) && budget.record()) {
          if (has(HitRecord.of(Snapshot.bytes(leaf, Fields.RECORD, doc)))) {
            good.set(leaf.docBase + doc);
          }
        }
        return good.get(leaf.docBase + doc);
      }

      @Override
      public float matchCost() {
        return 10_000f; // far more than any other clause: asked last
      }
    };
  }

  private boolean has(HitRecord record) {
    boolean[] there = new boolean[sought.size()];
    for (HitRecord.Text text : record.texts()) {
      if (sources.contains(text.source()) && has(Word.of(text.text()), there)) {
        return true;
      }
    }
    return false;
  }

  private boolean has(List<Word> text, boolean[] there) {
    if (phrase) {
      for (int from = 0; from + sought.size() <= text.size(); from++) {
        if (standsAt(text, from)) {
          return true;
        }
      }
      return false;
    }
    boolean all = true;
    for (int i = 0; i < there.length; i++) {
      String stem = sought.get(i).stem();
      there[i] |= text.stream().anyMatch(word -> word.stem().equals(stem));
      all &= there[i];
    }
    return all;
  }

  private boolean standsAt(List<Word> text, int from) {
    for (int i = 0; i < sought.size(); i++) {
      if (!text.get(from + i).folded().equals(sought.get(i).folded())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "check(" + words + ", " + sources + ", " + sought + ")";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other; // it remembers what one search has read
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
