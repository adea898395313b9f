package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Audience;
import praya.domain.Entry;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Visibility;

/** Layers show each audience what an index of its own would show it. */
class SearchIndexesTest {
  private static final List<String> WORDS =
      List.of("zebrafish", "walrus", "giraffe", "penguin", "heron", "otter", "lobster", "magpie");

  @TempDir Path folder;
  private final Random random = new Random(20261122);
  private final Map<UUID, Sheet> present = new HashMap<>();

  @Test
  void layers_throughRandomChanges_showWhatOwnIndexesWould() {
    try (var indexes = SearchIndexes.open(folder, SeedData.taxonomy())) {
      indexes.ready(true);
      for (int round = 0; round < 30; round++) {
        List<Sheet> changed = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
          Sheet sheet = sheet("firm" + random.nextInt(12));
          changed.removeIf(other -> other.id().equals(sheet.id()));
          changed.add(sheet);
          present.put(sheet.id(), sheet);
        }
        indexes.put(changed, SearchIndexesTest::indexed);
        if (random.nextInt(4) == 0) {
          UUID gone = SeedData.id("firm" + random.nextInt(12));
          indexes.delete(gone);
          present.remove(gone);
        }
        if (random.nextInt(5) == 0) {
          indexes.commit(new Position(TestIndex.INSTALLATION, round + 1));
        }
        indexes.refresh();
        if (random.nextInt(6) == 0) {
          indexes.tidy();
        }
        requireSame(indexes, "round " + round);
      }
    }
  }

  @Test
  void layers_openedAgain_fitEachOther() {
    for (int round = 0; round < 4; round++) {
      try (var indexes = SearchIndexes.open(folder, SeedData.taxonomy())) {
        indexes.ready(true);
        requireSame(indexes, "opened in round " + round);
        for (int i = 0; i < 8; i++) {
          Sheet sheet = sheet("firm" + i);
          present.put(sheet.id(), sheet);
          indexes.put(List.of(sheet), SearchIndexesTest::indexed);
        }
        indexes.commit(new Position(TestIndex.INSTALLATION, round + 1));
        indexes.refresh();
        requireSame(indexes, "round " + round);
      }
    }
  }

  @Test
  void manyAtOnce_onSeveralThreads_areAllThere() {
    List<Sheet> all = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      all.add(sheet("firm" + i));
      present.put(all.getLast().id(), all.getLast());
    }
    try (var indexes = SearchIndexes.open(folder, SeedData.taxonomy())) {
      indexes.ready(true);
      indexes.clear();
      indexes.put(all, SearchIndexesTest::indexed);
      indexes.refresh();
      requireSame(indexes, "after filling");
      indexes.clear();
      indexes.put(all.subList(0, 100), SearchIndexesTest::indexed);
      present.keySet().retainAll(all.subList(0, 100).stream().map(Sheet::id).toList());
      indexes.refresh();
      requireSame(indexes, "after filling anew");
    }
  }

  @Test
  void whatEverybodySees_isWrittenOnce() {
    try (var indexes = SearchIndexes.open(folder, SeedData.taxonomy())) {
      indexes.put(
          List.of(new SampleOrganisation("open").indexed().sheet()), SearchIndexesTest::indexed);
      indexes.refresh();
      indexes.commit(new Position(TestIndex.INSTALLATION, 1));
      assertThat(indexes.of(Audience.STAFF).size()).isEqualTo(1);
    }
    try (var only = SearchIndex.open(folder.resolve("staff"), SeedData.taxonomy())) {
      assertThat(only.size()).isZero();
    }
  }

  @Test
  void whatOnlyStaffSee_movesNoCountOfWordsOfOthers() {
    try (var indexes = SearchIndexes.open(folder, SeedData.taxonomy())) {
      indexes.ready(true);
      var open = new SampleOrganisation("a").offer(Visibility.PUBLIC, "heron otter");
      var other = new SampleOrganisation("b").offer(Visibility.PUBLIC, "heron lobster");
      indexes.put(
          List.of(open.indexed().sheet(), other.indexed().sheet()), SearchIndexesTest::indexed);
      indexes.refresh();
      long edition = indexes.of(Audience.PUBLIC).edition();
      open.offer(Visibility.STAFF, "heron zebrafish");
      indexes.put(List.of(open.indexed().sheet()), SearchIndexesTest::indexed);
      indexes.refresh();
      assertThat(found(indexes, Audience.STAFF, "zebrafish")).isEqualTo(1);
      assertThat(found(indexes, Audience.STAFF, "heron")).isEqualTo(2);
      assertThat(found(indexes, Audience.MEMBERS, "zebrafish")).isZero();
      // Nothing was written of it where others read, so not even a number of theirs can tell.
      assertThat(indexes.of(Audience.PUBLIC).edition()).isEqualTo(edition);
    }
  }

  @Test
  void edition_changesWithWhatIsShown_andOnlyThen() {
    try (var index = SearchIndex.open(folder, SeedData.taxonomy())) {
      index.ready(true);
      long before = index.edition();
      index.refresh();
      assertThat(index.edition()).isEqualTo(before);
      index.put(List.of(new SampleOrganisation("a").indexed()));
      assertThat(index.edition()).isEqualTo(before);
      index.refresh();
      assertThat(index.edition()).isGreaterThan(before);
      long written = index.edition();
      index.put(List.of(new SampleOrganisation("a").indexed()));
      index.refresh();
      assertThat(index.edition()).as("the same again").isEqualTo(written);
      index.taxonomy(SeedData.taxonomy());
      assertThat(index.edition()).isGreaterThan(written);
    }
  }

  private void requireSame(SearchIndexes indexes, String when) {
    for (Audience audience : Audience.values()) {
      try (var own = SearchIndex.forTrial(audience, SeedData.taxonomy())) {
        own.put(present.values().stream().map(SearchIndexesTest::indexed).toList());
        own.refresh();
        own.ready(true);
        SearchIndex layered = indexes.of(audience);
        String what = audience + ", " + when;
        assertThat(layered.describe()).as(what).isEqualTo(own.describe());
        assertThat(layered.size()).as(what).isEqualTo(own.size());
        SearchResult all = layered.search(SearchQuery.of(""));
        assertThat(all.total()).as(what).isEqualTo(own.size());
        assertThat(all.facets()).as(what).isEqualTo(own.search(SearchQuery.of("")).facets());
        for (String word : WORDS) {
          assertThat(TestIndex.slugs(layered.search(SearchQuery.of(word))))
              .as(word + " for " + what)
              .containsExactlyInAnyOrderElementsOf(
                  TestIndex.slugs(own.search(SearchQuery.of(word))));
        }
      }
    }
  }

  private static long found(SearchIndexes indexes, Audience audience, String word) {
    return indexes.of(audience).search(SearchQuery.of("\"" + word + "\"")).total();
  }

  private Sheet sheet(String slug) {
    var sample = new SampleOrganisation(slug).name("Firm " + any(WORDS), null);
    for (int i = random.nextInt(3); i > 0; i--) {
      sample.offer(any(List.of(Visibility.values())), any(WORDS) + " " + any(WORDS), "rag");
    }
    if (random.nextBoolean()) {
      sample.need(any(List.of(Visibility.values())), any(WORDS), "ocr");
    }
    Sheet sheet = sample.indexed().sheet();
    Entry entry = sheet.organisation().entry();
    Visibility own = random.nextInt(3) == 0 ? any(Visibility.OF_ORGANISATIONS) : Visibility.PUBLIC;
    Set<Visibility> held =
        random.nextInt(3) == 0 ? Set.of(any(Visibility.OF_ALLOCATIONS)) : Set.of();
    var organisation = new Organisation(sheet.id(), 1, entry.with(own), false);
    return new Sheet(organisation, sheet.needs(), sheet.offers(), held);
  }

  private static Indexed indexed(Sheet sheet) {
    String json = "{\"slug\":\"" + sheet.organisation().slug() + "\"}";
    return new Indexed(sheet, json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  @Test
  void position_isTheLowestOfTheLayers_andNoneWhereOneIsMissing() {
    try (var indexes = SearchIndexes.open(folder, SeedData.taxonomy())) {
      assertThat(indexes.position()).isEqualTo(Optional.empty());
      indexes.commit(new Position(TestIndex.INSTALLATION, 9));
    }
    try (var one = SearchIndex.open(folder.resolve("members"), SeedData.taxonomy())) {
      one.commit(new Position(TestIndex.INSTALLATION, 5));
    }
    try (var indexes = SearchIndexes.open(folder, SeedData.taxonomy())) {
      assertThat(indexes.position()).contains(new Position(TestIndex.INSTALLATION, 5));
    }
  }
}
