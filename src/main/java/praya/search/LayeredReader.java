package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.BaseCompositeReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Two layers as one: the lower one without the organisations that stand in the upper one, and the
 * upper one. Whoever reads the upper layer may know all of the lower, but it holds most
 * organisations as everybody sees them, so those are written, kept and read once for all.
 *
 * <p>An organisation that stands in both counts twice where words are counted; whoever counts so
 * may know both.
 */
final class LayeredReader extends BaseCompositeReader<LeafReader> {
  private final DirectoryReader lower;
  private final DirectoryReader upper;

  /** The segments of the lower layer that hide something, and what. */
  private final Map<Object, Hiding> hiding;

  /** A segment of the lower layer without the organisations of some numbers. */
  private record Hiding(LeafReader whole, FixedBitSet hidden, LeafReader rest) {}

  private LayeredReader(
      DirectoryReader lower,
      DirectoryReader upper,
      Map<Object, Hiding> hiding,
      List<LeafReader> segments)
      throws IOException {
    super(segments.toArray(LeafReader[]::new), null);
    this.lower = lower;
    this.upper = upper;
    this.hiding = hiding;
    lower.incRef();
    upper.incRef();
  }

  /**
   * Reads two layers as they are at the moment.
   *
   * @param last the reader before this one, of the same layers; null for none
   * @param changed organisations that may have come into the upper layer since, or left it
   */
  @SuppressWarnings("ReferenceEquality") // a segment with the same deletions is the same object
  static LayeredReader of(
      DirectoryReader lower, DirectoryReader upper, @Nullable LayeredReader last, Set<UUID> changed)
      throws IOException {
    Map<Object, Hiding> hiding = new HashMap<>();
    List<LeafReader> segments = new ArrayList<>();
    for (LeafReaderContext leaf : lower.leaves()) {
      LeafReader whole = leaf.reader();
      Object key = Segments.key(whole);
      boolean known = last != null && last.knows(key);
      Hiding before = last == null ? null : last.hiding.get(key);
      FixedBitSet hidden =
          known
              ? Overridden.again(whole, upper, before == null ? null : before.hidden, changed)
              : Overridden.all(whole, upper);
      if (hidden == null) {
        segments.add(whole);
        continue;
      }
      Hiding now =
          before != null && before.whole == whole && before.hidden == hidden
              ? before
              : new Hiding(whole, hidden, Overridden.without(whole, hidden));
      hiding.put(key, now);
      segments.add(now.rest);
    }
    upper.leaves().forEach(leaf -> segments.add(leaf.reader()));
    return new LayeredReader(lower, upper, hiding, segments);
  }

  private boolean knows(Object segment) {
    return lower.leaves().stream().anyMatch(leaf -> Segments.key(leaf.reader()).equals(segment));
  }

  /** Whether it shows these very layers. */
  @SuppressWarnings("ReferenceEquality") // a reader is of one moment
  boolean shows(DirectoryReader ofLower, DirectoryReader ofUpper) {
    return lower == ofLower && upper == ofUpper;
  }

  @Override
  public @Nullable CacheHelper getReaderCacheHelper() {
    return null; // nothing is cached by it
  }

  @Override
  protected void doClose() throws IOException {
    try {
      lower.decRef();
    } finally {
      upper.decRef();
    }
  }
}
