package praya.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.domain.Exchange;
import praya.domain.Problem;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.http.Page;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** Needs and offers: who may see what, and versions. Both sides keep the same rules. */
class ExchangeServiceTest {
  private static final Page.Request ALL = new Page.Request(null, 100);

  private final TestCore test = TestCore.withTaxonomy();
  private final ExchangeService exchanges = test.core().exchanges();
  private UUID owner;

  @BeforeEach
  void prepare() {
    var entry = Records.entry("great-fig", "Great Fig Bank", List.of());
    owner = test.core().organisations().create(entry, TestCore.TESTER).value().id();
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void matchOnly_isInvisibleToAnyone() {
    for (Side side : Side.values()) {
      create(side, "hidden", "Hidden", Visibility.MATCH_ONLY);
      assertThatThrownBy(() -> exchanges.get(side, "hidden", Viewer.ANYONE))
          .isInstanceOf(Problem.NotFound.class)
          .hasMessage("There is no %s (hidden).", side == Side.NEED ? "need" : "offer");
      Page<Exchange> page = exchanges.page(side, ALL, ExchangeFilter.NONE, Viewer.ANYONE);
      assertThat(page.items()).isEmpty();
      assertThat(page.total()).as("even the count is silent").isZero();
      assertThat(exchanges.listOf(side, owner, Viewer.ANYONE)).isEmpty();
      assertThat(exchanges.get(side, "hidden", Viewer.STAFF).id()).isEqualTo("hidden");
      assertThat(exchanges.page(side, ALL, ExchangeFilter.NONE, Viewer.STAFF).total()).isEqualTo(1);
    }
  }

  @Test
  void anonymous_isReadableButNotUnderItsOwner() {
    create(Side.NEED, "secret", "A bank seeks help", Visibility.ANONYMOUS);
    create(Side.NEED, "open", "Open", Visibility.PUBLIC);
    assertThat(exchanges.page(Side.NEED, ALL, ExchangeFilter.NONE, Viewer.ANYONE).total())
        .isEqualTo(2);
    assertThat(exchanges.listOf(Side.NEED, owner, Viewer.ANYONE))
        .extracting(Exchange::id)
        .containsExactly("open");
    assertThat(exchanges.listOf(Side.NEED, owner, Viewer.STAFF)).hasSize(2);
  }

  @Test
  void anonymous_textThatNamesItsOwner_isRefused() {
    for (String title : List.of("Great Fig Bank seeks", "the GREAT FIG BANK team")) {
      assertThatThrownBy(() -> create(Side.NEED, "n", title, Visibility.ANONYMOUS))
          .as(title)
          .isInstanceOf(Problem.InvalidInput.class)
          .hasMessageContaining("must not name its own organisation");
    }
    Exchange open = create(Side.NEED, "n", "Great Fig Bank seeks", Visibility.PUBLIC);
    assertThatThrownBy(() ->
            exchanges.replace(
                open,
                Records.exchange("great-fig", "Great Fig Bank seeks", Visibility.ANONYMOUS),
                TestCore.TESTER))
        .isInstanceOf(Problem.InvalidInput.class);
  }

  @Test
  void replace_ofAnOldVersion_isStale() {
    Exchange first = create(Side.OFFER, "o", "First", Visibility.PUBLIC);
    var content = Records.exchange("great-fig", "Second", Visibility.PUBLIC);
    assertThat(exchanges.replace(first, content, TestCore.TESTER).value().version()).isEqualTo(2);
    assertThatThrownBy(() -> exchanges.replace(first, content, TestCore.TESTER))
        .isInstanceOf(Problem.Stale.class);
    assertThatThrownBy(() -> exchanges.delete(Side.OFFER, "o", 1, TestCore.TESTER))
        .isInstanceOf(Problem.Stale.class);
    exchanges.delete(Side.OFFER, "o", 2, TestCore.TESTER);
    assertThatThrownBy(() -> exchanges.get(Side.OFFER, "o", Viewer.STAFF))
        .isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void create_withAnIdThatIsThere_isAConflict() {
    create(Side.NEED, "same", "One", Visibility.PUBLIC);
    assertThatThrownBy(() -> create(Side.NEED, "same", "Two", Visibility.PUBLIC))
        .isInstanceOf(Problem.Conflict.class);
    // The other side has ids of its own.
    create(Side.OFFER, "same", "Three", Visibility.PUBLIC);
  }

  @Test
  void owner_changed_touchesBothOrganisations() {
    var other = test.core().organisations().create(Records.entry("other"), TestCore.TESTER).value();
    Exchange need = create(Side.NEED, "n", "Moves", Visibility.PUBLIC);
    exchanges.replace(need, Records.exchange("other", "Moves", Visibility.PUBLIC), TestCore.TESTER);
    assertThat(
            test.query(
                "select unnest(organisation_ids) from change where entity = 'need'"
                    + " and action = 'changed'"))
        .containsExactlyInAnyOrder(owner.toString(), other.id().toString());
  }

  @Test
  void owner_thatIsNotThere_isAFault() {
    assertThatThrownBy(() ->
            exchanges.create(
                Side.NEED,
                Records.exchange("nobody", "T", Visibility.PUBLIC),
                null,
                TestCore.TESTER))
        .isInstanceOf(Problem.InvalidInput.class)
        .hasMessageContaining("(nobody)");
  }

  private Exchange create(Side side, String id, String title, Visibility visibility) {
    var content = Records.exchange("great-fig", title, visibility);
    return exchanges.create(side, content, id, TestCore.TESTER).value();
  }
}
