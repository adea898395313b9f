package praya.search;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of segments, for all snapshots. A segment never changes, so it is read once,
 * whoever sees it, and forgotten when it is closed.
 *
 * <p>Of a merged segment it is read while it is merged, so that nobody who waits for a write waits
 * for the facets of a million organisations.
 */
final class Segments {
  private final Map<Object, SegmentFacets> facets = new ConcurrentHashMap<>();
  private final FacetValues numbers = new FacetValues();
  private final RecordCache records = new RecordCache();

  static Object key(LeafReader segment) {
    return segment.getCoreCacheHelper().getKey();
  }

  SegmentFacets facets(LeafReader segment) throws IOException {
    IndexReader.CacheHelper core = segment.getCoreCacheHelper();
    @Nullable SegmentFacets known = facets.get(core.getKey());
    if (known == null) {
      known = SegmentFacets.read(segment, numbers);
      if (facets.put(core.getKey(), known) == null) {
        core.addClosedListener(facets::remove);
      }
    }
    return known;
  }

  FacetValues numbers() {
    return numbers;
  }

  RecordCache records() {
    return records;
  }
}
