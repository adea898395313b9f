package praya.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The files of one layer of the indexes: what is written, what readers see of it, what is durable.
 *
 * <p>One thread writes, or several for different organisations between two refreshes; {@link
 * #commit} may run beside them.
 */
final class IndexLayer implements AutoCloseable {
  /** Documents up to which merging takes some milliseconds. */
  private static final int QUICKLY_MERGED = 5_000;

  private final IndexFolder folder;

  /** Organisations that were put or deleted since the last refresh. */
  private final Set<UUID> written = ConcurrentHashMap.newKeySet();

  private DirectoryReader reader;
  private volatile boolean cleared;
  private volatile boolean purging;

  IndexLayer(IndexFolder folder) throws IOException {
    this.folder = folder;
    this.reader = DirectoryReader.open(folder.writer());
  }

  /** What was visible at the last refresh; valid until the next one unless it is kept. */
  DirectoryReader reader() {
    return reader;
  }

  /** Whether the document of an organisation was made from just this. */
  boolean holds(UUID id, BytesRef fingerprint) {
    return fingerprint.equals(fingerprint(id));
  }

  /** Adds a document, or replaces that of the same organisation. */
  void put(UUID id, Document document) {
    boolean first = written.add(id);
    write(() -> {
      if (cleared && first) {
        folder.writer().addDocument(document);
      } else {
        folder.writer().updateDocument(byId(id), document);
      }
    });
  }

  /** Removes an organisation; nothing happens if there is none. */
  void delete(UUID id) {
    if (cleared ? written.contains(id) : written.contains(id) || fingerprint(id) != null) {
      written.add(id);
      write(() -> folder.writer().deleteDocuments(byId(id)));
    }
  }

  /**
   * Takes what was replaced or deleted of an organisation out of the counts of words, too, of which
   * spelling and scores are made: readers of this layer may no longer know of it.
   */
  void purge(UUID id) {
    purging |= !cleared && written.contains(id);
  }

  /** What the visible document of an organisation was made from; null for none, or not known. */
  private @Nullable BytesRef fingerprint(UUID id) {
    if (cleared || written.contains(id)) {
      return null;
    }
    BytesRef key = OrganisationDocument.key(id);
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        PostingsEnum found = leaf.reader().postings(new Term(Fields.ID, key));
        Bits live = leaf.reader().getLiveDocs();
        int doc = found == null ? DocIdSetIterator.NO_MORE_DOCS : found.nextDoc();
        for (; doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
          if (live == null || live.get(doc)) {
            return BytesRef.deepCopyOf(Snapshot.bytes(leaf, Fields.FINGERPRINT, doc));
          }
        }
      }
      return null;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Term byId(UUID id) {
    return new Term(Fields.ID, OrganisationDocument.key(id));
  }

  /** Removes everything. Readers see the old contents until the next {@link #refresh}. */
  void clear() {
    cleared = true;
    written.clear();
    write(() -> folder.writer().deleteAll());
  }

  /**
   * Makes everything that was written visible.
   *
   * @return the organisations that may stand otherwise than before
   */
  Set<UUID> refresh() {
    if (written.isEmpty() && !cleared) {
      return Set.of();
    }
    write(() -> {
      if (purging) {
        // A large index goes on answering from live documents while others are merged away.
        folder.writer().forceMergeDeletes(folder.writer().getDocStats().maxDoc <= QUICKLY_MERGED);
      }
      reopen();
    });
    Set<UUID> changed = Set.copyOf(written);
    purging = false;
    cleared = false;
    written.clear();
    return changed;
  }

  /** Takes what was merged meanwhile, so that files that are no longer needed go. */
  void tidy() {
    if (written.isEmpty() && !cleared) {
      write(this::reopen);
    }
  }

  private void reopen() throws IOException {
    DirectoryReader next = DirectoryReader.openIfChanged(reader, folder.writer());
    if (next != null) {
      DirectoryReader last = reader;
      reader = next;
      last.decRef();
    }
  }

  /** Makes everything that was written durable, together with how far it has followed. */
  void commit(Position position) {
    write(() -> folder.commit(position));
  }

  /** How far the durable files have followed; empty for those that must be filled from nothing. */
  Optional<Position> position() {
    return folder.position();
  }

  private interface Write {
    void run() throws IOException;
  }

  private static void write(Write action) {
    try {
      action.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Stops. What was not committed is gone. */
  @Override
  public void close() {
    write(() -> {
      try (folder) {
        reader.close();
      }
    });
  }
}
