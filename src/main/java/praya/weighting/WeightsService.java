package praya.weighting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Fault;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.json.Json;
import praya.scoring.Calibration;
import praya.scoring.WeightTable;
import praya.scoring.Weights;
import praya.store.Database;
import praya.store.Journal;

/** Versions of the weights. The last one saved holds; none is ever changed or taken back. */
public final class WeightsService {
  private static final int REMARK_MIN = 3;
  private static final int REMARK_MAX = 500;

  private final Database database;
  private final Journal journal;
  private final Clock clock;
  private final WeightsStore store;

  /**
   * Numbers that somebody wants to hold.
   *
   * @param base the version that they were changed from
   * @param curve with how many answers it rests on; empty lets a fit stand for itself
   */
  public record Proposal(String base, WeightTable table, String remark, Optional<Curve> curve) {}

  /** What fits are worth, and how many answers say so. */
  public record Curve(Calibration calibration, int answers) {}

  public WeightsService(Database database, Journal journal, Clock clock) {
    this.database = database;
    this.journal = journal;
    this.clock = clock;
    this.store = new WeightsStore(database);
  }

  /** The version that holds. */
  public SavedWeights latest() {
    return store.latest().orElse(SavedWeights.FIRST);
  }

  /** The weights that hold. */
  public Weights current() {
    return latest().weights();
  }

  /** All versions, the latest first, the program's own last. */
  public List<SavedWeights> list() {
    List<SavedWeights> all = new ArrayList<>(store.list());
    all.add(SavedWeights.FIRST);
    return List.copyOf(all);
  }

  /**
   * Saves numbers as the version that holds from now on.
   *
   * @throws Problem.Conflict when another version holds than the one they were changed from
   * @throws Problem.InvalidInput with everything that is wrong with them
   */
  public SavedWeights save(Proposal proposal, Actor actor) {
    Permission.require(actor, Action.EDIT_WEIGHTS);
    return database.inTransaction(() -> {
      store.lock();
      SavedWeights before = latest();
      requireFaultless(proposal);
      if (!before.version().equals(proposal.base())) {
        throw new Problem.Conflict(
            "The weights ("
                + proposal.base()
                + ") no longer hold, but ("
                + before.version()
                + ") do. Read those and repeat the change.");
      }
      Instant now = clock.instant();
      var saved =
          new SavedWeights(
              proposal.table().weights(nextVersion(), proposal.curve().map(Curve::calibration)),
              before.version(),
              proposal.remark().strip(),
              new SavedWeights.Saved(now, actor.name()),
              proposal.curve().map(Curve::answers).orElse(0));
      if (saved
          .weights()
          .as(before.version(), saved.weights().calibration())
          .equals(before.weights())) {
        throw new Problem.InvalidInput(
            "weights", before.version(), "Nothing differs from the weights that hold.");
      }
      store.insert(saved);
      journal.note(
          actor,
          new Journal.Event("weights", saved.version(), "saved"),
          Json.text(WeightsJson.of(before)),
          Json.text(WeightsJson.of(saved)));
      return saved;
    });
  }

  private static void requireFaultless(Proposal proposal) {
    List<Fault> faults = new ArrayList<>(proposal.table().faults());
    int length = proposal.remark().strip().length();
    if (length < REMARK_MIN || length > REMARK_MAX) {
      faults.add(
          new Fault(
              "remark",
              proposal.remark(),
              "The field remark must say in %d to %d characters why the weights are changed."
                  .formatted(REMARK_MIN, REMARK_MAX)));
    }
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
  }

  /** The month and a number within it, going on from the program's own version. */
  private String nextVersion() {
    LocalDate today = LocalDate.now(clock);
    String month = "%d-%02d".formatted(today.getYear(), today.getMonthValue());
    int own = Weights.FIRST.version().startsWith(month + "-") ? 1 : 0;
    return month + "-" + (store.countOfMonth(month) + own + 1);
  }
}
