package praya.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.Core;
import praya.domain.Audience;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Problem;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.SearchIndexes;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** Views that followed step by step show what views show that were filled from nothing. */
class ProjectorTest {
  private final TestCore test = TestCore.withTaxonomy();
  private final Core core = test.core();

  @TempDir Path folder;

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void views_followedThroughRandomChanges_equalRebuiltOnes() throws Exception {
    long seed = 20261122;
    var changes = new RandomChanges(core, seed);
    Path crashed = folder.resolve("crashed");
    Path present = folder.resolve("index");
    for (int round = 0; round < 4; round++) {
      try (var following = new Following(core, present)) {
        changes.make(40);
        requireSame(following, "seed " + seed + ", round " + round);
        changes.make(12);
        Following.copyAsCrashed(present, crashed);
        changes.make(12);
      }
      if (round % 2 == 0) {
        // Half of the restarts are from what a crash left instead of from what closing left.
        FileUtils.deleteDirectory(present.toFile());
        FileUtils.moveDirectory(crashed.toFile(), present.toFile());
      }
    }
    try (var following = new Following(core, present)) {
      requireSame(following, "seed " + seed);
      assertThat(following.projector.state().filledAt()).as("was not filled anew").isNull();
    }
    assertThat(changes.refused()).as("refused changes of 256").isLessThan(200);
    assertThat(core.organisations().whole().count()).isGreaterThan(20);
    assertThat(core.relations().whole()).hasSizeGreaterThan(5);
  }

  @Test
  void restart_afterACrashBeforeTheFirstCommit_fillsAnew() throws Exception {
    create(3);
    Path index = folder.resolve("index");
    try (var bare = SearchIndexes.open(index, core.taxonomy().current())) {
      bare.refresh();
      assertThat(bare.ready()).isFalse();
    }
    requireRecovers(index, true);
  }

  @Test
  void restart_indexFolderDeleted_fillsAnew() throws Exception {
    Path index = filledIndex();
    FileUtils.deleteDirectory(index.toFile());
    requireRecovers(index, true);
  }

  @Test
  void restart_anyIndexFileDamaged_recovers() throws Exception {
    Path index = filledIndex();
    List<Path> names;
    try (var files = Files.walk(index)) {
      names =
          files
              .filter(Files::isRegularFile)
              .map(index::relativize)
              .filter(name -> !name.endsWith("write.lock"))
              .sorted()
              .toList();
    }
    assertThat(names).hasSizeGreaterThan(5);
    var random = new Random(7);
    for (Path name : names) {
      List<String> damages = new ArrayList<>(List.of("empty", "cut", "garbage", "gone"));
      if (!name.startsWith(Audience.PUBLIC.code())) {
        // The layers of the indexes are files of one kind: one is damaged in every way.
        damages.subList(1, 4).clear();
      } else {
        // Every file in one way, and over all of them in each.
        damages = damages.subList(names.indexOf(name) % 4, names.indexOf(name) % 4 + 1);
      }
      for (String damage : damages) {
        Path damaged = folder.resolve("damaged-" + name.getFileName() + "-" + damage);
        FileUtils.deleteDirectory(damaged.toFile());
        FileUtils.copyDirectory(index.toFile(), damaged.toFile());
        Following.damage(damaged.resolve(name), damage, random);
        requireRecovers(damaged, true);
      }
    }
  }

  @Test
  void restart_indexOfAnotherInstallation_fillsAnew() throws Exception {
    Path index = folder.resolve("index");
    try (var other = TestCore.withTaxonomy();
        var following = new Following(otherWith(other, 5), index)) {
      assertThat(following.caughtUp().size(Audience.STAFF)).isEqualTo(5);
    }
    // A copied database has the identity of its template; a second set-up has its own.
    test.execute("update installation set id = gen_random_uuid()");
    create(2);
    requireRecovers(index, true);
  }

  @Test
  void restart_databaseRestoredIntoAServerWithALowerCounter_fillsAnew() throws Exception {
    Path index = filledIndex();
    // What a dump from a server with a higher counter leaves: entries from the future.
    create(1);
    test.execute("update change set transaction_id = transaction_id + 4000000000000");
    requireRecovers(index, true);
  }

  @Test
  void restart_nothingHappened_doesNotFillAnew() throws Exception {
    Path index = filledIndex();
    create(1);
    requireRecovers(index, false);
  }

  @Test
  void fill_thatBreaksOffHalfWay_isNeitherShownNorKept() throws Exception {
    createMany(1200);
    Path index = folder.resolve("index");
    breakReadingOf("bulk-0900");
    try (var following = new Following(core, index)) {
      Following.await("the error", () -> following.projector.state().error() != null);
      assertThat(following.index.ready()).isFalse();
      assertThat(following.projector.state().position()).isZero();
    }
    try (var bare = SearchIndexes.open(index, core.taxonomy().current())) {
      assertThat(bare.position()).isEmpty();
      assertThat(bare.of(Audience.STAFF).size()).isZero();
    }
    try (var following = new Following(core, index)) {
      Following.await("the error", () -> following.projector.state().error() != null);
      test.execute("delete from need where id = 'poison'");
      Following.await("the fill", following.index::ready);
      assertThat(following.size(Audience.STAFF)).isEqualTo(1200);
      assertThat(following.projector.state().error()).isNull();
    }
  }

  @Test
  void rebuild_thatBreaksOffHalfWay_keepsTheOldViewAndIsRepeated() throws Exception {
    createMany(1200);
    Path index = folder.resolve("index");
    try (var following = new Following(core, index)) {
      following.caughtUp();
      breakReadingOf("bulk-0900");
      following.projector.rebuild();
      Following.await("the error", () -> following.projector.state().error() != null);
      create(1);
      // Long enough for some attempts, each of which breaks off.
      awaitBehind(following);
      assertThat(following.size(Audience.STAFF)).isEqualTo(1200);
      assertThat(following.index.ready()).isTrue();

      test.execute("delete from need where id = 'poison'");
      following.caughtUp();
      assertThat(following.size(Audience.STAFF)).isEqualTo(1201);
      assertThat(following.projector.state().filledAt()).isNotNull();
      requireSame(following, "");
    }
  }

  @Test
  void rebuild_askedThroughTheDatabase_fillsAnew() {
    create(3);
    try (var following = new Following(core, folder.resolve("index"))) {
      var before = following.caughtUp().projector.state();
      // Once it listens it hears; before, nobody would.
      create(1);
      following.caughtUp();
      Following.await(
          "the rebuild",
          () -> {
            core.changes().askForRebuild();
            return following.projector.state().filledAt() != before.filledAt();
          });
      assertThat(following.size(Audience.STAFF)).isEqualTo(4);
    }
  }

  @Test
  void projector_afterAnErrorOfTheDatabase_goesOn() throws Exception {
    try (var following = new Following(core, folder.resolve("index"))) {
      following.caughtUp();
      test.execute("alter table need rename to need_elsewhere");
      create(1);
      Following.await("the error", () -> following.projector.state().error() != null);
      assertThat(following.index.ready()).as("still answers").isTrue();
      test.execute("alter table need_elsewhere rename to need");
      following.caughtUp();
      assertThat(following.size(Audience.STAFF)).isEqualTo(1);
      Following.await("all well", () -> following.projector.state().error() == null);
    }
  }

  @Test
  void projector_allConnectionsCut_goesOn() {
    try (var following = new Following(core, folder.resolve("index"))) {
      following.caughtUp();
      test.query(
          "select count(pg_terminate_backend(pid)) from pg_stat_activity"
              + " where datname = current_database() and pid <> pg_backend_pid()");
      createAfterCut();
      following.caughtUp();
      assertThat(following.size(Audience.STAFF)).isEqualTo(1);
    }
  }

  @Test
  void await_positionThatNobodyReaches_endsWithThePatience() {
    try (var following = new Following(core, folder.resolve("index"))) {
      following.caughtUp();
      long begin = System.nanoTime();
      long beyond = core.changes().horizon() + 1_000_000;
      assertThatThrownBy(() -> following.projector.await(beyond, Duration.ofMillis(120)))
          .isInstanceOf(Problem.NotReady.class)
          .hasMessageContaining("(" + beyond + ")");
      assertThat(Duration.ofNanos(System.nanoTime() - begin))
          .isBetween(Duration.ofMillis(120), Duration.ofSeconds(5));
    }
  }

  @Test
  void await_ownWrite_showsItAtOnce() {
    try (var following = new Following(core, folder.resolve("index"))) {
      following.caughtUp();
      for (int i = 0; i < 20; i++) {
        long position =
            core.organisations().create(Records.entry("own-" + i), TestCore.TESTER).position();
        following.projector.await(position, Duration.ofSeconds(10));
        assertThat(following.size(Audience.STAFF)).isEqualTo(i + 1);
      }
    }
  }

  @Test
  void await_whileAnOlderTransactionIsOpen_waitsForIt() throws Exception {
    try (var following = new Following(core, folder.resolve("index"));
        var open = test.connect()) {
      following.caughtUp();
      open.setAutoCommit(false);
      try (var statement = open.createStatement()) {
        statement.execute(
            "insert into change (entity, entity_id, action) values ('need', 'x', 'created')");
        long position =
            core.organisations().create(Records.entry("waits"), TestCore.TESTER).position();
        assertThatThrownBy(() -> following.projector.await(position, Duration.ofMillis(50)))
            .isInstanceOf(Problem.NotReady.class);
        assertThat(following.projector.behind()).isEqualTo(1);
        open.rollback();
        following.projector.await(position, Duration.ofSeconds(10));
        assertThat(following.size(Audience.STAFF)).isEqualTo(1);
      }
    }
  }

  @Test
  void taxonomy_newLabel_reachesSuggestionsAndTheIndex() throws Exception {
    create(2);
    try (var following = new Following(core, folder.resolve("index"))) {
      following.caughtUp();
      var terms = new ArrayList<>(core.taxonomy().current().terms());
      terms.replaceAll(ProjectorTest::renamedVision);
      long position = core.taxonomy().replace(terms, TestCore.TESTER).position();
      following.projector.await(position, Duration.ofSeconds(20));
      assertThat(following.index.of(Audience.PUBLIC).suggest("zyzzyva", 5, Language.EN))
          .isNotEmpty();
      requireSame(following, "");
      assertThat(following.index.describe().toString()).contains("zyzzyva");
    }
  }

  private void requireSame(Following following, String what) throws IOException {
    Following.Shown rebuilt = Following.rebuilt(core);
    assertThat(following.shown().differences(rebuilt)).as(what).isEmpty();
    assertThat(following.shown()).as(what).isEqualTo(rebuilt);
  }

  private static Term renamedVision(Term term) {
    return term.vocabulary() == Vocabulary.CAPABILITIES && term.code().equals("computer-vision")
        ? new Term(
            term.vocabulary(),
            term.code(),
            term.parent(),
            new LocalText("Zyzzyva sight", term.label().zhHant(), term.label().zhHans()),
            term.synonyms(),
            term.note())
        : term;
  }

  private Path filledIndex() throws Exception {
    create(4);
    Path index = folder.resolve("index");
    try (var following = new Following(core, index)) {
      following.caughtUp();
    }
    return index;
  }

  private void requireRecovers(Path index, boolean filledAnew) throws IOException {
    try (var following = new Following(core, index)) {
      requireSame(following, index.toString());
      assertThat(following.projector.state().filledAt() != null)
          .as("%s was filled anew", index)
          .isEqualTo(filledAnew);
    }
  }

  private int created;

  private void create(int count) {
    for (int i = 0; i < count; i++) {
      core.organisations().create(Records.entry("made-" + created++), TestCore.TESTER);
    }
  }

  private void createAfterCut() {
    Following.await(
        "a whole connection",
        () -> {
          try {
            create(1);
            return true;
          } catch (org.jooq.exception.DataAccessException e) {
            return false;
          }
        });
  }

  private static Core otherWith(TestCore other, int count) {
    for (int i = 0; i < count; i++) {
      other.core().organisations().create(Records.entry("other-" + i), TestCore.TESTER);
    }
    return other.core();
  }

  /** More than the projector reads at once. */
  private void createMany(int count) throws Exception {
    test.execute(
        "insert into organisation (id, slug, name_en, kind, fictional, sources)"
            + " select ('0190a000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,"
            + " 'bulk-' || lpad(n::text, 4, '0'), 'Bulk ' || n, 'startup', true, '{test}'"
            + " from generate_series(1, "
            + count
            + ") n");
  }

  /** A visibility that no version knows makes reading the organisation's needs fail. */
  private void breakReadingOf(String slug) throws Exception {
    test.execute("alter table need drop constraint need_visibility_check");
    test.execute(
        "insert into need (id, organisation_id, exchange, title_en, visibility, opens, fictional)"
            + " select 'poison', id, 'capability', 'Poison', 'broken', '2026-01-01', true"
            + " from organisation where slug = '"
            + slug
            + "'");
  }

  private void awaitBehind(Following following) {
    assertThatThrownBy(
            () -> following.projector.await(core.changes().horizon() - 1, Duration.ofMillis(1300)))
        .isInstanceOf(Problem.NotReady.class);
  }
}
