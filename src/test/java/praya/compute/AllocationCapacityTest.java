package praya.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.domain.Allocation;
import praya.domain.LocalText;
import praya.domain.Period;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** The centre never grants more than it has: on any day, at any rate, at any concurrency. */
class AllocationCapacityTest {
  private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
  private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
  private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
  private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 31);

  private final TestCore test = TestCore.withTaxonomy();
  private final AllocationService allocations = test.core().allocations();
  private final CentreService centre = test.core().centre();

  @BeforeEach
  void prepare() {
    test.core().organisations().create(Records.entry("holder"), TestCore.TESTER);
    centre.replace(centre(List.of(phase(JANUARY, null, 40)), rates("1")), TestCore.TESTER);
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void capacity_sixtyFourWritersOfOneCard_storesExactlyForty() throws Exception {
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 64; i++) {
      LocalDate from = JANUARY.plusDays(i % 7);
      tasks.add(() -> {
        try {
          grant(1, from, DECEMBER);
          return true;
        } catch (Problem.InvalidInput refused) {
          assertThat(refused).hasMessageContaining("41 PFLOPS granted of 40");
          return false;
        }
      });
    }
    int stored = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
        stored += done.get() ? 1 : 0;
      }
    }
    assertThat(stored).isEqualTo(40);
    assertThat(allocations.listAll(Viewer.STAFF)).hasSize(40);
    assertThat(
            test.query("select deadlocks from pg_stat_database where datname = current_database()"))
        .containsExactly("0");
  }

  @Test
  void capacity_exceededOnOneDayInTheMiddle_isRefusedWithThatDay() {
    grant(30, JANUARY, JUNE);
    grant(30, JUNE.plusDays(1), DECEMBER);
    grant(10, MARCH, MARCH);
    Problem.InvalidInput refused = refused(() -> grant(1, JANUARY, DECEMBER));
    assertThat(refused.faults().getFirst().field()).isEqualTo("cards");
    assertThat(refused).hasMessageContaining("On 2026-03-01").hasMessageContaining("41 PFLOPS");
    // Up to the day before and from the day after there is room.
    grant(10, JANUARY, MARCH.minusDays(1));
    grant(10, MARCH.plusDays(1), DECEMBER);
  }

  @Test
  void capacity_firstAndLastDay_bothCount() {
    grant(40, MARCH, JUNE);
    assertThat(refused(() -> grant(1, JUNE, JUNE))).hasMessageContaining("2026-06-01");
    assertThat(refused(() -> grant(1, JANUARY, MARCH))).hasMessageContaining("2026-03-01");
    grant(40, JUNE.plusDays(1), JUNE.plusDays(1));
  }

  @Test
  void capacity_grantGrowsMovesOrRevives_isJudgedAgain() {
    Holding big = grant(30, MARCH, JUNE);
    Holding late = grant(20, JULY, DECEMBER);
    assertThat(refused(() -> change(late, Records.allocation("holder", 20, JUNE, DECEMBER))))
        .hasMessageContaining("2026-06-01");
    assertThat(refused(() -> change(late, Records.allocation("holder", 41, JULY, DECEMBER))))
        .hasMessageContaining("2026-07-01");
    var given = new Period(MARCH, JUNE);
    Holding returned =
        change(big, Records.allocation("holder", 30, given, Allocation.Status.RETURNED));
    grant(40, MARCH, JUNE);
    assertThat(
            refused(() ->
                change(
                    returned, Records.allocation("holder", 30, given, Allocation.Status.ACTIVE))))
        .hasMessageContaining("70 PFLOPS");
  }

  @Test
  void phase_cutBelowWhatIsGranted_isRefusedWithTheDay() {
    grant(30, MARCH, JUNE);
    var before = centre.get();
    assertThat(
            refused(() ->
                replace(
                    List.of(
                        phase(JANUARY, MARCH.plusDays(9), 40), phase(MARCH.plusDays(10), null, 29)),
                    rates("1"))))
        .hasMessageContaining("On 2026-03-11")
        .hasMessageContaining("30 PFLOPS granted of 29");
    assertThat(refused(() -> replace(List.of(phase(JANUARY, MARCH, 40)), rates("1"))))
        .hasMessageContaining("On 2026-03-02 the centre has no capacity");
    assertThat(refused(() -> replace(List.of(), rates("1")))).hasMessageContaining("no capacity");
    assertThat(refused(() -> replace(List.of(phase(JANUARY, null, 40)), rates("1.5"))))
        .hasMessageContaining("45 PFLOPS granted of 40");
    assertThat(refused(() -> replace(List.of(phase(JANUARY, null, 40)), List.of())))
        .hasMessageContaining("no rate");
    assertThat(centre.get()).isEqualTo(before);
    // Exactly what is granted is enough, and where nothing is granted nothing is needed.
    assertThat(replace(List.of(phase(MARCH, JUNE, 30)), rates("1"))).isTrue();
  }

  @Test
  void phase_cutWhileOthersGrant_neverEndsInTooMuch() throws Exception {
    var tasks = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < 30; i++) {
      boolean cuts = i % 10 == 5;
      tasks.add(() -> {
        try {
          if (cuts) {
            replace(List.of(phase(JANUARY, null, 12)), rates("1"));
          } else {
            grant(1, MARCH, JUNE);
          }
          return cuts;
        } catch (Problem.InvalidInput refused) {
          return false;
        }
      });
    }
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
        done.get();
      }
    }
    int capacity = centre.get().phases().getFirst().pflops();
    assertThat(allocations.listAll(Viewer.STAFF).size()).isLessThanOrEqualTo(capacity);
  }

  @Test
  void grant_withoutRateOrCapacity_isRefused() {
    assertThat(refused(() -> grant(1, JANUARY.minusDays(1), MARCH)))
        .hasMessageContaining("On 2025-12-31");
    replace(List.of(phase(JANUARY, null, 40)), List.of());
    assertThat(refused(() -> grant(1, MARCH, JUNE))).hasMessageContaining("no rate from cards");
    replace(List.of(), List.of());
    assertThat(refused(() -> grant(1, MARCH, JUNE))).hasMessageContaining("On 2026-03-01");
  }

  @Test
  void rate_withAFraction_countsExactly() {
    replace(List.of(phase(JANUARY, null, 40)), rates("0.333333"));
    grant(120, MARCH, JUNE);
    assertThat(refused(() -> grant(1, MARCH, JUNE)))
        .hasMessageContaining("40.333293 PFLOPS granted of 40");
  }

  @Test
  void phases_thatOverlap_areRefused() {
    assertThat(
            refused(() ->
                replace(List.of(phase(JANUARY, MARCH, 40), phase(MARCH, null, 50)), rates("1"))))
        .hasMessageContaining("period");
    assertThat(centre.get().phases()).hasSize(1);
  }

  @Test
  void centre_replacedByTheSameInAnotherOrder_isNoChange() {
    var phases = List.of(phase(JANUARY, MARCH, 40), phase(MARCH.plusDays(1), null, 50));
    assertThat(replace(phases, rates("1"))).isTrue();
    assertThat(replace(phases.reversed(), rates("1"))).isFalse();
  }

  @Test
  void write_ofAnOldVersion_isStale() {
    Holding first = grant(1, MARCH, JUNE);
    change(first, Records.allocation("holder", 2, MARCH, JUNE));
    assertThatThrownBy(() -> change(first, Records.allocation("holder", 3, MARCH, JUNE)))
        .isInstanceOf(Problem.Stale.class);
    String id = first.allocation().id();
    assertThatThrownBy(() -> allocations.delete(id, 1, TestCore.TESTER))
        .isInstanceOf(Problem.Stale.class);
    allocations.delete(id, 2, TestCore.TESTER);
    assertThatThrownBy(() -> allocations.get(id, Viewer.STAFF))
        .isInstanceOf(Problem.NotFound.class);
  }

  private Holding grant(int cards, LocalDate from, LocalDate to) {
    var content = Records.allocation("holder", cards, from, to);
    return allocations.create(content, null, TestCore.TESTER).value();
  }

  private Holding change(Holding before, Allocation.Content content) {
    var allocation = before.allocation();
    return allocations
        .replace(allocation.id(), allocation.version(), content, TestCore.TESTER)
        .value();
  }

  private boolean replace(List<Centre.Phase> phases, List<Centre.UnitRate> rates) {
    return centre.replace(centre(phases, rates), TestCore.TESTER);
  }

  private static Problem.InvalidInput refused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable write) {
    return catchThrowableOfType(Problem.InvalidInput.class, write);
  }

  private static Centre centre(List<Centre.Phase> phases, List<Centre.UnitRate> rates) {
    return new Centre(
        Records.text("Centre"), LocalText.NONE, phases, rates, List.of(), List.of(), List.of());
  }

  private static Centre.Phase phase(LocalDate from, LocalDate to, int pflops) {
    return new Centre.Phase(new Period(from, to), pflops, LocalText.NONE, List.of("test"));
  }

  private static List<Centre.UnitRate> rates(String pflops) {
    return List.of(
        new Centre.UnitRate(
            "gpu-card",
            new Period(JANUARY, null),
            new BigDecimal(pflops),
            "set-by-staff",
            LocalText.NONE));
  }
}
