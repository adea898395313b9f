package praya.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Entry;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Problem;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** Organisations keep their history, their addresses and their versions. */
class OrganisationServiceTest {
  private final TestCore test = TestCore.withTaxonomy();
  private final OrganisationService organisations = test.core().organisations();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void replace_ofAnOldVersion_isStaleAndChangesNothing() {
    Organisation first = create("firm");
    assertThat(first.version()).isEqualTo(1);
    Organisation second = replace(first, named("firm", "Second"));
    assertThat(second.version()).isEqualTo(2);
    assertThatThrownBy(() -> replace(first, named("firm", "Lost")))
        .isInstanceOf(Problem.Stale.class)
        .hasMessageContaining("(2)")
        .hasMessageContaining("(1)");
    assertThatThrownBy(() -> organisations.delete("firm", 1, TestCore.TESTER))
        .isInstanceOf(Problem.Stale.class);
    assertThat(organisations.get("firm", Viewer.STAFF).profile().name().en()).isEqualTo("Second");
  }

  @Test
  void replace_byTenAtOnce_oneWins() throws Exception {
    Organisation first = create("firm");
    List<Callable<Boolean>> tasks =
        Stream.iterate(0, i -> i + 1)
            .limit(10)
            .<Callable<Boolean>>map(i ->
                () -> {
                  try {
                    return replace(first, named("firm", "By " + i)).version() == 2;
                  } catch (Problem.Stale e) {
                    return false;
                  }
                })
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      int won = 0;
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        won += task.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
  }

  @Test
  void slug_changed_leavesTheOldAddressBehind() {
    Organisation first = create("old-name");
    Organisation moved = replace(first, Records.entry("new-name"));
    assertThat(organisations.find("old-name", Viewer.STAFF)).isEmpty();
    assertThat(organisations.movedTo("old-name", Viewer.STAFF)).contains("new-name");
    assertThat(organisations.movedTo("new-name", Viewer.STAFF)).isEmpty();
    Organisation again = replace(moved, Records.entry("newest-name"));
    assertThat(organisations.movedTo("old-name", Viewer.STAFF)).contains("newest-name");
    // Back where it was: the address is its own again and leads nowhere else.
    replace(again, Records.entry("old-name"));
    assertThat(organisations.movedTo("old-name", Viewer.STAFF)).isEmpty();
    assertThat(organisations.movedTo("new-name", Viewer.STAFF)).contains("old-name");
  }

  @Test
  void slug_thatAnotherOneLeft_belongsToWhoTakesIt() {
    Organisation first = create("address");
    replace(first, Records.entry("moved"));
    Organisation second = create("address");
    assertThat(organisations.get("address", Viewer.STAFF).id()).isEqualTo(second.id());
    assertThat(organisations.movedTo("address", Viewer.STAFF)).isEmpty();
    replace(second, Records.entry("moved-too"));
    assertThat(organisations.movedTo("address", Viewer.STAFF)).contains("moved-too");
  }

  @Test
  void slug_thatIsTaken_isAConflict() {
    create("taken");
    Organisation other = create("other");
    assertThatThrownBy(() -> create("taken"))
        .isInstanceOf(Problem.Conflict.class)
        .hasMessageContaining("slug is already taken");
    assertThatThrownBy(() -> replace(other, Records.entry("taken")))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void find_worksByIdAndBySlug() {
    Organisation made = create("firm");
    assertThat(organisations.get(made.id().toString(), Viewer.STAFF)).isEqualTo(made);
    assertThat(
            organisations.get(
                made.id().toString().toUpperCase(java.util.Locale.ROOT), Viewer.STAFF))
        .isEqualTo(made);
    assertThat(organisations.get("firm", Viewer.STAFF)).isEqualTo(made);
    assertThatThrownBy(() -> organisations.get("FIRM", Viewer.STAFF))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void statements_tellSourceAndChangedFieldsOnly() {
    Organisation first = create("firm");
    assertThat(organisations.statements(first.id()))
        .singleElement()
        .satisfies(statement -> {
          assertThat(statement.field()).isEqualTo("*");
          assertThat(statement.value()).isNull();
          assertThat(statement.source()).isEqualTo("test");
          assertThat(statement.recordedBy()).isEqualTo("key:tester");
        });
    Entry named = named("firm", "Renamed");
    Entry sourced =
        new Entry(
            named.slug(),
            named.profile(),
            named.campus(),
            null,
            new Origin(true, List.of("test", "a letter"), null));
    replace(first, sourced);
    var changed = organisations.statements(first.id());
    assertThat(changed.subList(1, changed.size()))
        .extracting(Statement::field)
        .containsExactlyInAnyOrder("nameEn", "summaryEn");
    assertThat(changed.subList(1, changed.size()))
        .allMatch(statement -> statement.source().equals("a letter"));
    assertThat(changed).anyMatch(statement -> "\"Renamed\"".equals(statement.value()));
    // Without a new source, who wrote it is the source.
    replace(
        organisations.get("firm", Viewer.STAFF),
        withSources(named("firm", "Third"), "test", "a letter"));
    assertThat(organisations.statements(first.id()).getLast().source()).isEqualTo("key:tester");
  }

  @Test
  void delete_whileSomethingNamesIt_isRefused() {
    create("other");
    var day = LocalDate.of(2026, 3, 1);
    var core = test.core();
    for (String what : List.of("need", "offer", "relation", "allocation")) {
      Organisation named = create("named-by-" + what);
      String slug = named.slug();
      switch (what) {
        case "relation" ->
            core.relations().create(Records.relation("other", slug, "mou"), null, TestCore.TESTER);
        case "allocation" ->
            core.allocations().create(Records.allocation(slug, 1, day, day), null, TestCore.TESTER);
        default ->
            core.exchanges()
                .create(
                    what.equals("need") ? Side.NEED : Side.OFFER,
                    Records.exchange(slug, "T", Visibility.PUBLIC),
                    null,
                    TestCore.TESTER);
      }
      assertThatThrownBy(() -> organisations.delete(slug, 1, TestCore.TESTER))
          .as(what)
          .isInstanceOf(Problem.Conflict.class)
          .hasMessageContaining("(" + what + ")");
      assertThat(organisations.find(slug, Viewer.STAFF)).isPresent();
    }
  }

  @Test
  void delete_leavesItsHistoryInTheAudit() {
    Organisation gone = create("gone");
    organisations.delete("gone", 1, TestCore.TESTER);
    assertThat(organisations.find("gone", Viewer.STAFF)).isEmpty();
    assertThat(
            test.query(
                "select action || ' ' || coalesce(before->>'slug', '-') from audit"
                    + " where entity_id = '"
                    + gone.id()
                    + "' order by sequence"))
        .containsExactly("created -", "deleted gone");
    assertThat(test.count("statement")).isZero();
    assertThatThrownBy(() -> organisations.delete("gone", 1, TestCore.TESTER))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void write_thatFails_leavesNothingBehind() {
    create("taken");
    long before = test.count("change") + test.count("audit") + test.count("statement");
    assertThatThrownBy(() -> create("taken")).isInstanceOf(Problem.Conflict.class);
    assertThat(test.count("change") + test.count("audit") + test.count("statement"))
        .isEqualTo(before);
  }

  private Organisation create(String slug) {
    return organisations.create(Records.entry(slug), TestCore.TESTER).value();
  }

  private Organisation replace(Organisation before, Entry entry) {
    String id = before.id().toString();
    return organisations.replace(id, before.version(), entry, TestCore.TESTER).value();
  }

  private static Entry named(String slug, String name) {
    return Records.entry(slug, name, List.of("computer-vision"));
  }

  private static Entry withSources(Entry entry, String... sources) {
    return new Entry(
        entry.slug(),
        entry.profile(),
        entry.campus(),
        null,
        new Origin(true, List.of(sources), null));
  }
}
