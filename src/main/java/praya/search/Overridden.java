package praya.search;

import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Which organisations of a segment stand otherwise in the upper layer. */
final class Overridden {
  private Overridden() {}

  /** Their numbers in the segment; null for none. Looks the smaller of both up in the larger. */
  static @Nullable FixedBitSet all(LeafReader segment, DirectoryReader upper) throws IOException {
    FixedBitSet hidden = new FixedBitSet(segment.maxDoc());
    Terms ids = segment.terms(Fields.ID);
    if (ids == null || upper.numDocs() == 0) {
      return null;
    }
    if (segment.maxDoc() <= upper.numDocs()) {
      TermsEnum all = ids.iterator();
      for (BytesRef id = all.next(); id != null; id = all.next()) {
        if (isIn(upper, id)) {
          set(all, hidden);
        }
      }
    } else {
      TermsEnum here = ids.iterator();
      for (LeafReaderContext leaf : upper.leaves()) {
        Terms others = leaf.reader().terms(Fields.ID);
        TermsEnum all = others == null ? TermsEnum.EMPTY : others.iterator();
        for (BytesRef id = all.next(); id != null; id = all.next()) {
          if (isLive(all, leaf.reader().getLiveDocs()) && here.seekExact(id)) {
            set(here, hidden);
          }
        }
      }
    }
    return hidden.cardinality() == 0 ? null : hidden;
  }

  /**
   * The same for a segment that was looked at before: only what has changed is looked up.
   *
   * @param before what it was; the result is the same object if nothing changed
   */
  @SuppressWarnings("ReferenceEquality") // copied before the first write
  static @Nullable FixedBitSet again(
      LeafReader segment, DirectoryReader upper, @Nullable FixedBitSet before, Set<UUID> changed)
      throws IOException {
    Terms ids = changed.isEmpty() ? null : segment.terms(Fields.ID);
    if (ids == null) {
      return before;
    }
    TermsEnum here = ids.iterator();
    FixedBitSet hidden = before;
    for (UUID each : changed) {
      BytesRef id = OrganisationDocument.key(each);
      if (!here.seekExact(id)) {
        continue;
      }
      boolean now = isIn(upper, id);
      PostingsEnum places = here.postings(null, PostingsEnum.NONE);
      for (int doc = places.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = places.nextDoc()) {
        if (now != (hidden != null && hidden.get(doc))) {
          if (hidden == before) {
            hidden = before == null ? new FixedBitSet(segment.maxDoc()) : before.clone();
          }
          if (now) {
            hidden.set(doc);
          } else {
            hidden.clear(doc);
          }
        }
      }
    }
    return hidden == null || hidden.cardinality() == 0 ? null : hidden;
  }

  private static void set(TermsEnum at, FixedBitSet hidden) throws IOException {
    PostingsEnum places = at.postings(null, PostingsEnum.NONE);
    for (int doc = places.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = places.nextDoc()) {
      hidden.set(doc);
    }
  }

  private static boolean isIn(IndexReader upper, BytesRef id) throws IOException {
    for (LeafReaderContext leaf : upper.leaves()) {
      Terms ids = leaf.reader().terms(Fields.ID);
      TermsEnum here = ids == null ? TermsEnum.EMPTY : ids.iterator();
      if (here.seekExact(id) && isLive(here, leaf.reader().getLiveDocs())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isLive(TermsEnum at, @Nullable Bits live) throws IOException {
    PostingsEnum places = at.postings(null, PostingsEnum.NONE);
    for (int doc = places.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = places.nextDoc()) {
      if (live == null || live.get(doc)) {
        return true;
      }
    }
    return false;
  }

  /** A segment without the organisations of these numbers. */
  static LeafReader without(LeafReader segment, FixedBitSet hidden) {
    Bits live = segment.getLiveDocs();
    FixedBitSet rest;
    if (live == null) {
      rest = new FixedBitSet(segment.maxDoc());
      rest.set(0, segment.maxDoc());
    } else {
      rest = FixedBitSet.copyOf(live);
    }
    rest.andNot(hidden);
    return new Rest(segment, rest.asReadOnlyBits(), rest.cardinality());
  }

  private static final class Rest extends FilterLeafReader {
    private final Bits live;
    private final int count;

    Rest(LeafReader whole, Bits live, int count) {
      super(whole);
      this.live = live;
      this.count = count;
    }

    @Override
    public Bits getLiveDocs() {
      return live;
    }

    @Override
    public int numDocs() {
      return count;
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null; // nothing is cached by what is live
    }
  }
}
