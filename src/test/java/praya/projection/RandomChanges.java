package praya.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import praya.Core;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.domain.Side;
import praya.domain.Term;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.exchange.ExchangeFilter;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** Changes of every kind, the same for the same seed; what the rules refuse changes nothing. */
final class RandomChanges {
  private static final List<String> WORDS =
      List.of("harbour", "lantern", "fig", "mountain", "loom", "bank", "數碼", "海旁", "Robotics");
  private static final List<String> TYPES =
      List.of("partner", "mou", "investor", "customer", "supplier");

  private final Core core;
  private final Random random;
  private final List<String> slugs = new ArrayList<>();
  private int made;
  private int refused;

  RandomChanges(Core core, long seed) {
    this.core = core;
    this.random = new Random(seed);
  }

  int refused() {
    return refused;
  }

  /** Makes so many changes, some of them several in one transaction. */
  void make(int count) {
    for (int i = 0; i < count; i++) {
      int together = random.nextInt(8) == 0 ? 4 : 1;
      try {
        core.database()
            .inTransaction(() -> {
              for (int part = 0; part < together; part++) {
                one();
              }
              return together;
            });
      } catch (Problem e) {
        refused++;
      }
      slugs.clear();
      core.organisations()
          .whole()
          .listAfter(new UUID(0, 0), 1000)
          .forEach(sheet -> slugs.add(sheet.organisation().slug()));
    }
  }

  private void one() {
    int kind = slugs.size() < 8 ? 0 : random.nextInt(100);
    if (kind < 18) {
      Entry entry = entry("org-" + made++);
      core.organisations().create(entry, TestCore.TESTER);
      slugs.add(entry.slug());
    } else if (kind < 36) {
      replaceOrganisation();
    } else if (kind < 42) {
      Organisation gone = core.organisations().get(any(slugs), Viewer.STAFF);
      core.organisations().delete(gone.slug(), gone.version(), TestCore.TESTER);
    } else if (kind < 66) {
      exchange(random.nextBoolean() ? Side.NEED : Side.OFFER);
    } else if (kind < 84) {
      relation();
    } else if (kind < 99) {
      allocation();
    } else {
      relabel();
    }
  }

  private void replaceOrganisation() {
    Organisation before = core.organisations().get(any(slugs), Viewer.STAFF);
    boolean moves = random.nextInt(3) == 0;
    String slug = moves ? "org-" + made++ : before.slug();
    core.organisations().replace(before.slug(), before.version(), entry(slug), TestCore.TESTER);
    slugs.add(slug);
  }

  private void exchange(Side side) {
    List<Exchange> present =
        core.exchanges()
            .page(side, new praya.http.Page.Request(null, 100), ExchangeFilter.NONE, Viewer.STAFF)
            .items();
    var content = Records.exchange(any(slugs), words(), any(List.of(Visibility.values())));
    if (present.isEmpty() || random.nextInt(3) == 0) {
      core.exchanges().create(side, content, side.plural() + "-" + made++, TestCore.TESTER);
    } else if (random.nextBoolean()) {
      core.exchanges().replace(any(present), content, TestCore.TESTER);
    } else {
      Exchange gone = any(present);
      core.exchanges().delete(side, gone.id(), gone.version(), TestCore.TESTER);
    }
  }

  private void relation() {
    var present = core.relations().listAll(Viewer.STAFF);
    String from = any(slugs);
    String to = any(slugs.stream().filter(slug -> !slug.equals(from)).toList());
    var content = Records.relation(from, to, any(TYPES)).with(any(Visibility.OF_ORGANISATIONS));
    if (present.size() < 5 || random.nextInt(2) == 0) {
      core.relations().create(content, "relation-" + made++, TestCore.TESTER);
    } else if (random.nextBoolean()) {
      var before = any(present);
      core.relations().replace(before.id(), before.version(), content, TestCore.TESTER);
    } else {
      var gone = any(present);
      core.relations().delete(gone.id(), gone.version(), TestCore.TESTER);
    }
  }

  private void allocation() {
    var present = core.allocations().listAll(Viewer.STAFF);
    LocalDate from = LocalDate.of(2026, 1 + random.nextInt(12), 1);
    var content =
        Records.allocation(
                any(slugs),
                1 + random.nextInt(300),
                new praya.domain.Period(from, from.plusMonths(3)),
                any(List.of(praya.domain.Allocation.Status.values())))
            .with(any(Visibility.OF_ALLOCATIONS));
    if (present.isEmpty() || random.nextInt(3) == 0) {
      core.allocations().create(content, "allocation-" + made++, TestCore.TESTER);
      return;
    }
    var before = any(present).allocation();
    if (random.nextBoolean()) {
      core.allocations().replace(before.id(), before.version(), content, TestCore.TESTER);
    } else {
      core.allocations().delete(before.id(), before.version(), TestCore.TESTER);
    }
  }

  /** Another label for one capability, which many organisations may have. */
  private void relabel() {
    var terms = new ArrayList<>(core.taxonomy().reload().terms());
    String code = any(List.of("computer-vision", "fine-tuning"));
    terms.replaceAll(term ->
        term.vocabulary() == Vocabulary.CAPABILITIES && term.code().equals(code)
            ? relabelled(term)
            : term);
    core.taxonomy().replace(terms, TestCore.TESTER);
  }

  private Term relabelled(Term term) {
    var label = new LocalText("Label " + words(), term.label().zhHant(), term.label().zhHans());
    return new Term(
        term.vocabulary(), term.code(), term.parent(), label, List.of(words()), term.note());
  }

  private Entry entry(String slug) {
    List<String> capabilities =
        random.nextBoolean()
            ? List.of("computer-vision")
            : List.of("fine-tuning", "computer-vision");
    Entry entry = Records.entry(slug, words(), capabilities);
    return random.nextInt(3) == 0 ? entry.with(any(Visibility.OF_ORGANISATIONS)) : entry;
  }

  private String words() {
    return any(WORDS) + " " + any(WORDS) + " " + random.nextInt(50);
  }

  private <T> T any(List<T> from) {
    if (from.isEmpty()) {
      throw new Problem.NotFound("Nothing to choose from.");
    }
    return from.get(random.nextInt(from.size()));
  }
}
