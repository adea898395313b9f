package praya.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Taxonomy;

/** The life of the index: written, seen, kept, lost, damaged, rebuilt. */
class SearchIndexTest {
  private static final Position AT_7 = new Position(TestIndex.INSTALLATION, 7);
  @TempDir Path folder;

  private SearchIndex open() {
    SearchIndex index = SearchIndex.open(folder, Taxonomy.EMPTY);
    index.ready(true);
    return index;
  }

  private static Indexed sample(String slug) {
    return new SampleOrganisation(slug).name("Lantern " + slug, null).indexed();
  }

  private void fillAndCommit() {
    try (SearchIndex index = open()) {
      index.put(List.of(sample("a"), sample("b")));
      index.commit(AT_7);
    }
  }

  @Test
  void newFolder_isEmpty_withoutPosition() {
    try (SearchIndex index = open()) {
      assertThat(index.position()).isEmpty();
      assertThat(index.size()).isZero();
      assertThat(index.search(SearchQuery.of("")).total()).isZero();
      assertThat(index.suggest("a", 5, Language.EN)).isEmpty();
    }
  }

  @Test
  void writes_areVisibleAfterRefresh_notBefore() {
    try (SearchIndex index = open()) {
      index.put(List.of(sample("a")));
      assertThat(index.size()).isZero();
      index.refresh();
      assertThat(index.size()).isEqualTo(1);
      index.put(List.of(new SampleOrganisation("a").name("Torch", null).indexed()));
      index.refresh();
      assertThat(index.size()).isEqualTo(1);
      assertThat(index.search(SearchQuery.of("lantern")).total()).isZero();
      assertThat(index.search(SearchQuery.of("torch")).total()).isEqualTo(1);
      index.delete(SeedData.id("a"));
      index.delete(SeedData.id("never-there"));
      index.refresh();
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void clear_isSeenOnlyAfterRefresh() {
    try (SearchIndex index = open()) {
      index.put(List.of(sample("a"), sample("b")));
      index.refresh();
      index.clear();
      assertThat(index.search(SearchQuery.of("lantern")).total()).isEqualTo(2);
      index.put(List.of(sample("c")));
      index.refresh();
      assertThat(index.search(SearchQuery.of("lantern")).total()).isEqualTo(1);
    }
  }

  @Test
  void hit_givesBackTheJsonAsItWas() {
    byte[] json = new byte[100_000];
    new Random(3).nextBytes(json);
    Indexed sample = sample("a");
    try (SearchIndex index = open()) {
      index.put(List.of(new Indexed(sample.sheet(), json, sample.created())));
      index.refresh();
      var hit = index.search(SearchQuery.of("lantern")).hits().get(0);
      assertThat(hit.json()).isEqualTo(json);
      assertThat(hit.id()).isEqualTo(SeedData.id("a"));
      assertThat(hit.slug()).isEqualTo("a");
    }
  }

  @Test
  void commit_survivesReopening_withItsPosition() {
    fillAndCommit();
    try (SearchIndex index = open()) {
      assertThat(index.position()).contains(AT_7);
      assertThat(index.size()).isEqualTo(2);
    }
  }

  @Test
  void closeWithoutCommit_goesBackToTheOldPosition() {
    fillAndCommit();
    try (SearchIndex index = open()) {
      index.put(List.of(sample("c")));
      index.clear();
      index.put(List.of(sample("d")));
      index.refresh();
    }
    try (SearchIndex index = open()) {
      assertThat(index.position()).contains(AT_7);
      assertThat(index.size()).isEqualTo(2);
    }
  }

  @Test
  void filesLeftByACrash_goBackToTheOldPosition() throws IOException {
    fillAndCommit();
    try (SearchIndex index = open()) {
      index.put(SeedData.demo());
      index.refresh();
      Path copy = Files.createDirectory(folder.resolveSibling(folder.getFileName() + "-crashed"));
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.copy(file, copy.resolve(file.getFileName()));
        }
      }
      try (SearchIndex crashed = SearchIndex.open(copy, Taxonomy.EMPTY)) {
        assertThat(crashed.position()).contains(AT_7);
        assertThat(crashed.size()).isEqualTo(2);
      }
    }
  }

  @Test
  void deletedFolder_isEmpty_withoutPosition() throws IOException {
    fillAndCommit();
    for (Path file : files()) {
      Files.delete(file);
    }
    assertEmptyAndUsable();
  }

  @Test
  void eachFile_cutOrChangedOrDeleted_isNoticed() throws IOException {
    fillAndCommit();
    List<Path> files = new ArrayList<>(files());
    files.removeIf(file -> file.endsWith("write.lock"));
    assertThat(files).hasSizeGreaterThan(2);
    for (Path file : files) {
      byte[] good = Files.readAllBytes(file);
      for (byte[] bad : List.of(cut(good), changed(good))) {
        Files.write(file, bad);
        assertEmptyAndUsable();
        restore();
      }
      Files.delete(file);
      assertEmptyAndUsable();
      restore();
    }
  }

  private static byte[] cut(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] changed(byte[] bytes) {
    byte[] changed = bytes.clone();
    changed[changed.length * 2 / 3] ^= 0x40;
    return changed;
  }

  /** File names differ after each rebuild, so start again with the same two organisations. */
  private void restore() throws IOException {
    for (Path file : files()) {
      Files.delete(file);
    }
    fillAndCommit();
  }

  @Test
  void indexOfAnotherProgram_isEmptied_otherFilesStay() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "keep me");
    try (var directory = org.apache.lucene.store.FSDirectory.open(folder);
        var writer =
            new org.apache.lucene.index.IndexWriter(
                directory, new org.apache.lucene.index.IndexWriterConfig())) {
      writer.addDocument(new org.apache.lucene.document.Document());
      writer.commit();
    }
    assertEmptyAndUsable();
    assertThat(folder.resolve("notes.txt")).exists();
  }

  private void assertEmptyAndUsable() {
    try (SearchIndex index = open()) {
      assertThat(index.position()).isEmpty();
      assertThat(index.size()).isZero();
      index.put(List.of(sample("z")));
      index.refresh();
      assertThat(index.search(SearchQuery.of("lantern")).total()).isEqualTo(1);
      index.commit(new Position(TestIndex.INSTALLATION, 1));
    }
    try (SearchIndex again = open()) {
      assertThat(again.size()).isEqualTo(1);
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void secondOpening_isRefusedWithAWayOut() {
    try (SearchIndex index = open()) {
      assertThat(index.size()).isZero();
      assertThatThrownBy(this::open)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("in use");
    }
    open().close();
  }

  @Test
  void notReady_isSaid() {
    try (SearchIndex index = SearchIndex.open(folder, Taxonomy.EMPTY)) {
      assertThatThrownBy(() -> index.search(SearchQuery.of("a")))
          .isInstanceOf(Problem.NotReady.class);
      assertThatThrownBy(() -> index.suggest("a", 1, Language.EN))
          .isInstanceOf(Problem.NotReady.class);
    }
  }

  @Test
  void describe_isTheSame_rebuiltOrFollowed(@TempDir Path other) {
    List<Indexed> all = SeedData.all();
    List<Indexed> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(5));
    try (SearchIndex followed = SearchIndex.open(folder, SeedData.taxonomy());
        SearchIndex rebuilt = SearchIndex.open(other, SeedData.taxonomy())) {
      for (Indexed each : shuffled) {
        followed.put(List.of(sample("x-" + each.sheet().organisation().slug()), each));
        if (each.hashCode() % 20 == 0) {
          followed.refresh();
        }
      }
      shuffled.forEach(
          each -> followed.delete(SeedData.id("x-" + each.sheet().organisation().slug())));
      followed.put(all.subList(100, 150));
      followed.refresh();
      rebuilt.put(all);
      rebuilt.refresh();
      assertThat(followed.describe()).hasSize(455).isEqualTo(rebuilt.describe());
      rebuilt.put(List.of(sample("hsbc")));
      rebuilt.refresh();
      assertThat(followed.describe()).isNotEqualTo(rebuilt.describe());
    }
  }

  @Test
  void readers_whileOneWrites_seeWholeMoments() throws Exception {
    try (SearchIndex index = open();
        ExecutorService readers = Executors.newFixedThreadPool(3)) {
      index.put(List.of(sample("a"), sample("b")));
      index.refresh();
      List<Future<?>> running = new ArrayList<>();
      for (int reader = 0; reader < 3; reader++) {
        running.add(
            readers.submit(() -> {
              for (int i = 0; i < 300; i++) {
                SearchResult result = index.search(SearchQuery.of("lantern"));
                assertThat(result.total()).isEqualTo(2);
                assertThat(result.hits()).hasSize(2);
                index.suggest("lan", 5, Language.EN);
              }
            }));
      }
      for (int i = 0; i < 200; i++) {
        index.put(List.of(sample("a"), sample("b")));
        index.refresh();
      }
      for (Future<?> each : running) {
        each.get();
      }
    }
  }
}
