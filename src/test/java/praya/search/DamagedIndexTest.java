package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Audience;
import praya.domain.Sheet;
import praya.domain.Taxonomy;

/**
 * A damaged file of the index, whichever and however: the indexes open, without a position, so that
 * they are filled anew; and what they show then is right.
 */
class DamagedIndexTest {
  private static final Position WRITTEN = new Position(TestIndex.INSTALLATION, 7);
  private static final List<String> DAMAGES =
      List.of("empty", "cut at half", "one byte short", "garbage", "one bit", "gone");

  private final Taxonomy taxonomy = SeedData.taxonomy();
  private final Map<UUID, Indexed> contents = new HashMap<>();
  private final Random random = new Random(20261123);

  @TempDir Path temporary;

  @Test
  void everyFile_damagedInEveryWay_leadsToARightRebuild() throws IOException {
    SeedData.demo().stream().limit(40).forEach(each -> contents.put(each.sheet().id(), each));
    Path folder = temporary.resolve("whole");
    List<String> right = write(folder);
    try (var again = SearchIndexes.open(folder, taxonomy)) {
      assertThat(again.position()).as("nothing is damaged yet").contains(WRITTEN);
    }
    List<Path> files = files(folder);
    assertThat(files.stream().map(file -> file.getName(0).toString()).distinct())
        .as("layers with files")
        .hasSize(Audience.values().length);
    assertThat(files).as("deletions are files, too").anyMatch(file -> file.toString().endsWith("liv"));
    for (Path file : files) {
      Path layer = folder.resolve(file.getName(0));
      for (String damage : DAMAGES) {
        Path damaged = copy(layer);
        damage(damaged.resolve(file.getFileName()), damage);
        try (var opened = IndexFolder.open(damaged, new Segments())) {
          assertThat(opened.position()).as("%s %s", file, damage).isEmpty();
          assertThat(opened.writer().getDocStats().numDocs).as("%s %s", file, damage).isZero();
        }
      }
    }
    for (Audience audience : Audience.values()) {
      Path damaged = copy(folder);
      Path own = Path.of(audience.code());
      Path file = files.stream().filter(each -> each.startsWith(own)).findFirst().orElseThrow();
      damage(damaged.resolve(file), "garbage");
      requireRebuilt(damaged, right, file.toString());
    }
  }

  private Path copy(Path folder) throws IOException {
    Path copy = temporary.resolve("damaged");
    FileUtils.deleteDirectory(copy.toFile());
    FileUtils.copyDirectory(folder.toFile(), copy.toFile());
    return copy;
  }

  private void requireRebuilt(Path damaged, List<String> right, String what) {
    try (var indexes = SearchIndexes.open(damaged, taxonomy)) {
      assertThat(indexes.position()).as(what).isEmpty();
      assertThat(indexes.ready()).as(what).isFalse();
      fill(indexes);
      assertThat(indexes.describe()).as(what).isEqualTo(right);
      indexes.commit(WRITTEN);
    }
    try (var indexes = SearchIndexes.open(damaged, taxonomy)) {
      assertThat(indexes.position()).as(what).contains(WRITTEN);
      assertThat(indexes.describe()).as(what).isEqualTo(right);
    }
  }

  /** Writes an index with deletions in all layers, and returns what it shows. */
  private List<String> write(Path folder) {
    try (var indexes = SearchIndexes.open(folder, taxonomy)) {
      Indexed gone = contents.values().iterator().next();
      fill(indexes);
      indexes.delete(gone.sheet().id());
      indexes.refresh();
      indexes.commit(new Position(TestIndex.INSTALLATION, 1));
      contents.remove(gone.sheet().id());
      indexes.commit(WRITTEN);
      return indexes.describe();
    }
  }

  private void fill(SearchIndexes indexes) {
    indexes.clear();
    indexes.put(
        contents.values().stream().map(Indexed::sheet).toList(), this::indexed);
    indexes.refresh();
  }

  private Indexed indexed(Sheet seen) {
    Indexed whole = Objects.requireNonNull(contents.get(seen.id()));
    return new Indexed(seen, whole.json(), whole.created());
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(folder::relativize)
          .filter(file -> !file.endsWith("write.lock"))
          .sorted()
          .toList();
    }
  }

  private void damage(Path file, String how) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (how) {
      case "empty" -> bytes = new byte[0];
      case "cut at half" -> bytes = Arrays.copyOf(bytes, bytes.length / 2);
      case "one byte short" -> bytes = Arrays.copyOf(bytes, bytes.length - 1);
      case "garbage" -> random.nextBytes(bytes);
      case "one bit" -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      default -> {
        Files.delete(file);
        return;
      }
    }
    Files.write(file, bytes);
  }
}
