package praya.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.Core;
import praya.domain.Audience;
import praya.domain.Exchange;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Tie;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.http.Page;
import praya.organisation.OrganisationJson;
import praya.search.Indexed;
import praya.search.SearchIndexes;
import praya.search.SearchQuery;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** The rule in Java, the conditions of SQL and the indexes agree for random records and viewers. */
class VisiblePropertyTest {
  private static final Page.Request ALL = new Page.Request(null, 1000);
  private static final int ORGANISATIONS = 16;

  private final TestCore test = TestCore.withTaxonomy();
  private final Core core = test.core();
  private final Random random = new Random(20261122);
  private final List<String> slugs = new ArrayList<>();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void sqlJavaAndIndexes_agreeOnWhoSeesWhat(@TempDir Path folder) {
    plant();
    List<Sheet> sheets =
        core.exchanges().whole(core.organisations().whole().listAfter(new UUID(0, 0), 100));
    List<Tie> ties = core.relations().whole();
    assertThat(sheets).hasSize(ORGANISATIONS);
    for (Viewer viewer : viewers(sheets)) {
      String who = viewer.audience() + " of " + viewer.organisations();
      assertThat(ids(core.organisations().listAfter(new UUID(0, 0), 100, viewer), o -> true))
          .as("organisations for " + who)
          .isEqualTo(slugs(sheets, sheet -> viewer.sees(sheet.organisation())));
      for (Side side : Side.values()) {
        requireSameExchanges(side, viewer, sheets, who);
      }
      assertThat(core.relations().listAll(viewer).stream().map(each -> each.id()).sorted().toList())
          .as("relations for " + who)
          .isEqualTo(
              ties.stream()
                  .filter(tie -> sees(viewer, tie))
                  .map(tie -> tie.relation().id())
                  .sorted()
                  .toList());
    }
    try (var indexes = SearchIndexes.open(folder, core.taxonomy().current())) {
      indexes.put(sheets, VisiblePropertyTest::indexed);
      indexes.refresh();
      indexes.ready(true);
      for (Audience audience : Audience.values()) {
        requireSameIndex(indexes, audience, sheets);
      }
    }
  }

  private void requireSameExchanges(Side side, Viewer viewer, List<Sheet> sheets, String who) {
    Set<String> seen = new TreeSet<>();
    Set<String> owned = new TreeSet<>();
    for (Sheet sheet : sheets) {
      Visibility organisation = sheet.organisation().entry().visibility();
      for (Exchange each : side == Side.NEED ? sheet.needs() : sheet.offers()) {
        Visibility own = each.content().visibility();
        boolean mine = viewer.owns(sheet.id());
        if (mine || viewer.audience().seesText(own, organisation)) {
          seen.add(each.id());
        }
        if (mine || viewer.audience().seesOwner(own, organisation)) {
          owned.add(each.id());
        }
        boolean reached = viewer.reachesHidden() || seen.contains(each.id());
        assertThat(isReached(side, each.id(), viewer)).as(each + " for " + who).isEqualTo(reached);
      }
    }
    Page<Exchange> page = core.exchanges().page(side, ALL, viewer);
    assertThat(page.total()).as(side + " for " + who).isEqualTo(seen.size());
    assertThat(page.items().stream().map(Exchange::id).collect(Collectors.toSet()))
        .as(side + " for " + who)
        .isEqualTo(seen);
    var all = sheets.stream().map(Sheet::organisation).toList();
    assertThat(
            core.exchanges().sheets(all, viewer).stream()
                .flatMap(sheet -> (side == Side.NEED ? sheet.needs() : sheet.offers()).stream())
                .map(Exchange::id)
                .collect(Collectors.toSet()))
        .as("owners of " + side + " for " + who)
        .isEqualTo(owned);
  }

  private boolean isReached(Side side, String id, Viewer viewer) {
    try {
      return core.exchanges().get(side, id, viewer).id().equals(id);
    } catch (praya.domain.Problem.NotFound e) {
      return false;
    }
  }

  private static boolean sees(Viewer viewer, Tie tie) {
    boolean both =
        Stream.of(
                java.util.Map.entry(tie.relation().fromId(), tie.from()),
                java.util.Map.entry(tie.relation().toId(), tie.to()))
            .allMatch(end -> viewer.owns(end.getKey()) || viewer.audience().sees(end.getValue()));
    return both
        && (viewer.owns(tie.relation().fromId())
            || viewer.audience().sees(tie.relation().content().visibility()));
  }

  private static void requireSameIndex(
      SearchIndexes indexes, Audience audience, List<Sheet> sheets) {
    for (Sheet sheet : sheets) {
      Visibility organisation = sheet.organisation().entry().visibility();
      for (Exchange each :
          Stream.concat(sheet.needs().stream(), sheet.offers().stream()).toList()) {
        boolean expected = audience.seesOwner(each.content().visibility(), organisation);
        String word = String.valueOf(each.content().wording().title().en());
        var result = indexes.of(audience).search(SearchQuery.of(word));
        // A word that is not there may be taken for a mistake in one that is.
        long found = result.alsoSearched().isEmpty() ? result.total() : 0;
        assertThat(found).as(word + " for " + audience).isEqualTo(expected ? 1 : 0);
      }
      String slug = sheet.organisation().slug();
      assertThat(indexes.of(audience).describe().stream().anyMatch(doc -> doc.startsWith(slug)))
          .as(slug + " for " + audience)
          .isEqualTo(audience.sees(organisation));
      assertThat(sheet.seenBy(audience).map(seen -> seen.organisation().holdsAllocation()))
          .isEqualTo(
              audience.sees(organisation)
                  ? java.util.Optional.of(
                      sheet.held().stream()
                          .anyMatch(held -> audience.seesOwner(held, organisation)))
                  : java.util.Optional.empty());
    }
  }

  private static Indexed indexed(Sheet sheet) {
    return new Indexed(
        sheet,
        praya.json.Json.bytes(OrganisationJson.of(sheet.organisation())),
        java.time.Instant.EPOCH);
  }

  private List<Viewer> viewers(List<Sheet> sheets) {
    List<Viewer> viewers = new ArrayList<>();
    for (Audience audience : Audience.values()) {
      viewers.add(audience.viewer());
      for (Sheet sheet : sheets) {
        viewers.add(
            new Viewer(audience, new java.util.HashSet<>(List.of(sheet.id(), any(sheets).id()))));
      }
    }
    return viewers;
  }

  private static Set<String> slugs(List<Sheet> sheets, Predicate<Sheet> chosen) {
    return sheets.stream()
        .filter(chosen)
        .map(sheet -> sheet.organisation().slug())
        .collect(Collectors.toSet());
  }

  private static Set<String> ids(
      List<praya.domain.Organisation> found, Predicate<praya.domain.Organisation> chosen) {
    return found.stream()
        .filter(chosen)
        .map(praya.domain.Organisation::slug)
        .collect(Collectors.toSet());
  }

  private void plant() {
    for (int i = 0; i < ORGANISATIONS; i++) {
      // Letters, not digits: words that differ by a digit are one mistake apart.
      String slug = "org-" + name(i);
      slugs.add(slug);
      var entry = Records.entry(slug).with(any(Visibility.OF_ORGANISATIONS));
      core.organisations().create(entry, TestCore.TESTER);
    }
    for (int i = 0; i < 60; i++) {
      Side side = any(List.of(Side.values()));
      var content = Records.exchange(any(slugs), name(100 + i), any(List.of(Visibility.values())));
      core.exchanges().create(side, content, name(100 + i), TestCore.TESTER);
    }
    for (int i = 0; i < 24; i++) {
      var day = LocalDate.of(2026, 11, 1);
      var content =
          Records.allocation(any(slugs), 1, day, day.plusDays(40))
              .with(any(Visibility.OF_ALLOCATIONS));
      core.allocations().create(content, "allocation-" + i, TestCore.TESTER);
    }
    for (int i = 0; i < ORGANISATIONS - 1; i++) {
      var content =
          Records.relation(slugs.get(i), slugs.get(i + 1), "supplier")
              .with(any(Visibility.OF_ORGANISATIONS));
      core.relations().create(content, "relation-" + i, TestCore.TESTER);
    }
  }

  /** A word far from every other. */
  private static String name(int number) {
    String syllables = "bacedifoguhajekilomupariso";
    var name = new StringBuilder("x");
    for (int rest = number * 7 + 13, i = 0; i < 4; i++) {
      int at = rest % 13 * 2;
      name.append(syllables, at, at + 2);
      rest = rest / 13 + (i + 1) * (number % 11);
    }
    return name.append(number % 2 == 0 ? "zen" : "qop")
        .append((char) ('a' + number % 26))
        .toString();
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
