package praya.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of the index. What cannot be read, or was written in another layout, is thrown away:
 * the index is a view, and the missing position makes the projector fill it again.
 */
final class IndexFolder implements AutoCloseable {
  /** Of the fields and of how text becomes words; raise it with every change of either. */
  static final String SCHEMA = "8";

  private static final Logger LOG = LoggerFactory.getLogger(IndexFolder.class);
  private static final String SCHEMA_KEY = "praya.schema";
  private static final String INSTALLATION_KEY = "praya.installation";
  private static final String HORIZON_KEY = "praya.horizon";

  /** One flush at seed size, four at a hundred thousand organisations. */
  private static final double BUFFER_MEGABYTES = 64;

  /** What a write adds stays in memory until a commit: most of it is merged away before. */
  private static final double SMALL_MEGABYTES = 2;

  private static final double CACHE_MEGABYTES = 16;

  /**
   * Below the size of some writes: a larger one makes the whole of a small index merge with them.
   */
  private static final double FLOOR_MEGABYTES = 0.05;

  private final Directory directory;
  private final IndexWriter writer;
  private volatile @Nullable Position position;

  private IndexFolder(Directory directory, IndexWriter writer, @Nullable Position position) {
    this.directory = directory;
    this.writer = writer;
    this.position = position;
  }

  static IndexFolder open(Path folder, Segments segments) throws IOException {
    Files.createDirectories(folder);
    Directory directory =
        new NRTCachingDirectory(FSDirectory.open(folder), SMALL_MEGABYTES, CACHE_MEGABYTES);
    try {
      Position position;
      try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
        lock.ensureValid();
        position = readOrEmpty(directory, folder);
      }
      IndexWriter writer = new IndexWriter(directory, settings(segments));
      return new IndexFolder(directory, writer, position);
    } catch (LockObtainFailedException taken) {
      directory.close();
      throw new IndexInUse(
          "The search index (" + folder + ") is in use. Maybe stop the other Praya first.", taken);
    } catch (IOException | RuntimeException failure) {
      directory.close();
      throw failure;
    }
  }

  /** Files that are nowhere but in memory, for an index that is thrown away. */
  static IndexFolder inMemory(Segments segments) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    return new IndexFolder(directory, new IndexWriter(directory, settings(segments)), null);
  }

  private static IndexWriterConfig settings(Segments segments) {
    // When what somebody may no longer see is purged, one such document in a segment is too many.
    var merging = new TieredMergePolicy();
    merging.setForceMergeDeletesPctAllowed(0).setFloorSegmentMB(FLOOR_MEGABYTES);
    return new IndexWriterConfig()
        .setMergePolicy(merging)
        .setSimilarity(Fields.similarity())
        .setUseCompoundFile(false) // a write would be copied once more before it is seen
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setMaxFullFlushMergeWaitMillis(0) // who waits for a write does not wait for a merge
        .setMergedSegmentWarmer(segments::facets)
        .setCommitOnClose(false); // what has no position must not survive
  }

  private static @Nullable Position readOrEmpty(Directory directory, Path folder)
      throws IOException {
    if (directory.listAll().length == 0 || !hasIndexFiles(directory)) {
      return null;
    }
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      Map<String, String> said = reader.getIndexCommit().getUserData();
      if (SCHEMA.equals(said.get(SCHEMA_KEY))) {
        for (LeafReaderContext leaf : reader.leaves()) {
          leaf.reader().checkIntegrity();
        }
        return position(said);
      }
      LOG.info("The search index ({}) has another layout and is built again.", folder);
    } catch (IOException | RuntimeException damaged) {
      LOG.warn(
          "The search index ({}) cannot be read and is built again: {}",
          folder,
          damaged.getMessage());
    }
    empty(directory);
    return null;
  }

  private static Position position(Map<String, String> said) {
    return new Position(
        UUID.fromString(said.getOrDefault(INSTALLATION_KEY, "")),
        Long.parseLong(said.getOrDefault(HORIZON_KEY, "")));
  }

  private static boolean hasIndexFiles(Directory directory) throws IOException {
    for (String file : directory.listAll()) {
      if (isOurs(file)) {
        return true;
      }
    }
    return false;
  }

  /** Only what an index leaves: the folder may be a wrong one with other things in it. */
  private static void empty(Directory directory) throws IOException {
    for (String file : directory.listAll()) {
      if (isOurs(file)) {
        directory.deleteFile(file);
      }
    }
  }

  private static boolean isOurs(String file) {
    return file.startsWith(IndexFileNames.SEGMENTS)
        || file.startsWith(IndexFileNames.PENDING_SEGMENTS)
        || IndexFileNames.CODEC_FILE_PATTERN.matcher(file).matches();
  }

  /** Removes an index that lies in a folder where none belongs any more. */
  static void discard(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Directory directory = FSDirectory.open(folder)) {
        empty(directory);
      }
    }
  }

  IndexWriter writer() {
    return writer;
  }

  Optional<Position> position() {
    return Optional.ofNullable(position);
  }

  void commit(Position reached) throws IOException {
    writer.setLiveCommitData(
        Map.of(
                SCHEMA_KEY, SCHEMA,
                INSTALLATION_KEY, reached.installation().toString(),
                HORIZON_KEY, Long.toString(reached.horizon()))
            .entrySet());
    writer.commit();
    position = reached;
  }

  @Override
  public void close() throws IOException {
    try (directory) {
      writer.rollback();
    }
  }
}
