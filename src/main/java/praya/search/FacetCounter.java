package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;
import praya.search.FacetValues.Value;
import praya.search.SearchQuery.Filters;
import praya.search.SearchResult.FacetCount;

/**
 * Counts in one pass over the organisations that have the words, chosen or not: the hits, and for
 * every facet value the hits that there would be if it were chosen as well.
 *
 * <p>An organisation that all chosen facets let pass is a hit and counts for its values in the
 * facets without a choice. One that exactly one facet stops would be a hit if another of its values
 * in that facet were chosen, so it counts as extra for those. One that two facets stop counts for
 * nothing. A value's count in a facet with a choice is the present total plus its extra.
 */
@SuppressWarnings("EnumOrdinal") // bits of a mask that lives as long as one search
final class FacetCounter extends SimpleCollector {
  private final Snapshot snapshot;
  private final Filters filters;
  private final List<Value> values;
  private final int[] bits;
  private final boolean[] chosen;
  private final int[] hits;
  private final int[] extra;
  private final int choosing;
  private final @Nullable Collector best;
  private @Nullable LeafCollector bestHere;
  private SegmentFacets segment;
  private long total;

  FacetCounter(Snapshot snapshot, Filters filters) {
    this(snapshot, filters, null);
  }

  /**
   * Passes the hits on as well.
   *
   * @param best takes the hits only, not what is merely counted
   */
  FacetCounter(Snapshot snapshot, Filters filters, @Nullable Collector best) {
    this.snapshot = snapshot;
    this.best = best;
    this.filters = filters;
    this.values = snapshot.values();
    int size = values.size();
    this.bits = new int[size];
    this.chosen = new boolean[size];
    this.hits = new int[size];
    this.extra = new int[size];
    for (int i = 0; i < size; i++) {
      bits[i] = 1 << values.get(i).facet().ordinal();
      chosen[i] = isChosen(values.get(i));
    }
    int mask = 0;
    for (Facet facet : filters.chosen().keySet()) {
      mask |= 1 << facet.ordinal();
    }
    this.choosing = mask;
    this.segment = new SegmentFacets(new int[1], new char[0]);
  }

  private boolean isChosen(Value value) {
    Set<String> codes = filters.chosen().get(value.facet());
    return codes != null && codes.contains(value.code());
  }

  @Override
  protected void doSetNextReader(LeafReaderContext context) throws IOException {
    segment = snapshot.facets(context);
    bestHere = best == null ? null : best.getLeafCollector(context);
  }

  @Override
  public void setScorer(Scorable scorer) throws IOException {
    if (bestHere != null) {
      bestHere.setScorer(scorer);
    }
  }

  @Override
  public void collect(int doc) throws IOException {
    int from = segment.starts()[doc];
    int to = segment.starts()[doc + 1];
    char[] numbers = segment.numbers();
    int passed = 0;
    for (int i = from; i < to && choosing != 0; i++) {
      if (chosen[numbers[i]]) {
        passed |= bits[numbers[i]];
      }
    }
    int stopped = choosing & ~passed;
    if (stopped == 0) {
      total++;
      for (int i = from; i < to; i++) {
        hits[numbers[i]]++;
      }
      if (bestHere != null) {
        bestHere.collect(doc);
      }
    } else if (Integer.bitCount(stopped) == 1) {
      for (int i = from; i < to; i++) {
        if (bits[numbers[i]] == stopped) {
          extra[numbers[i]]++;
        }
      }
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return best == null ? ScoreMode.COMPLETE_NO_SCORES : best.scoreMode();
  }

  /** Searches run on the calling thread, so one counter sees every segment. */
  CollectorManager<FacetCounter, FacetCounter> manager() {
    return new CollectorManager<>() {
      @Override
      public FacetCounter newCollector() {
        return FacetCounter.this;
      }

      @Override
      public FacetCounter reduce(Collection<FacetCounter> counters) {
        return FacetCounter.this;
      }
    };
  }

  long total() {
    return total;
  }

  /** Values that would find something, and the chosen ones; most first, then by code. */
  Map<Facet, List<FacetCount>> counts() {
    Map<Facet, List<FacetCount>> counts = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      list(counts, facet); // empty ones are in the answer too
    }
    for (int i = 0; i < bits.length; i++) {
      if (chosen[i] || hits[i] + extra[i] > 0) {
        Value value = values.get(i);
        long count = (bits[i] & choosing) == 0 ? hits[i] : total + extra[i];
        list(counts, value.facet()).add(new FacetCount(value.code(), count, chosen[i]));
      }
    }
    // Chosen codes that no organisation ever had are on the page too, and must be seen to go.
    filters.chosen().forEach((facet, codes) -> addUnknown(list(counts, facet), codes));
    counts.values().forEach(list -> list.sort(FacetCounter::compare));
    return counts;
  }

  private static List<FacetCount> list(Map<Facet, List<FacetCount>> counts, Facet facet) {
    return counts.computeIfAbsent(facet, f -> new ArrayList<>());
  }

  private void addUnknown(List<FacetCount> counts, Set<String> codes) {
    Set<String> unknown = new HashSet<>(codes);
    counts.forEach(count -> unknown.remove(count.code()));
    unknown.forEach(code -> counts.add(new FacetCount(code, total, true)));
  }

  private static int compare(FacetCount one, FacetCount other) {
    int byCount = Long.compare(other.count(), one.count());
    return byCount != 0 ? byCount : one.code().compareTo(other.code());
  }
}
