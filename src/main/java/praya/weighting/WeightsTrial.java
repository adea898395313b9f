package praya.weighting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import praya.domain.Audience;
import praya.domain.Match;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.evaluation.Replay;
import praya.evaluation.ReplayFigures;
import praya.match.PartnerService;
import praya.scoring.Calibration;
import praya.scoring.Weights;

/** What other weights would change, before anybody saves them. */
public final class WeightsTrial {
  /** So many pairs are scored within a few seconds; of a longer past the latest part is asked. */
  private static final int MOST_PAIRS = 300_000;

  /** What is said when nothing can be learned yet. */
  static final String TOO_FEW =
      "There are fewer than %d answers to learn from. Leave the curve out until there are more."
          .formatted(Replay.ENOUGH);

  private static final int LISTED = 10;
  private static final int CHOSEN = 3;
  private static final long SEED = 1;

  private final PastRecords records;
  private final PartnerService partners;

  /**
   * What two weights do to one organisation.
   *
   * @param gone who is no longer among the first ten
   */
  public record Lists(Organisation organisation, List<Place> places, List<Match> gone) {
    public Lists {
      places = List.copyOf(places);
      gone = List.copyOf(gone);
    }
  }

  /**
   * A place of the proposed list.
   *
   * @param before the place in the present list; empty when it was not among the first ten
   */
  public record Place(int rank, Match match, Optional<Integer> before) {}

  /** The past under the present and the proposed weights. */
  public record BackTest(
      int introductions,
      int fictional,
      ReplayFigures present,
      ReplayFigures proposed,
      ReplayFigures.Gain gain) {}

  public WeightsTrial(PastRecords records, PartnerService partners) {
    this.records = records;
    this.partners = partners;
  }

  /** The first ten of an organisation under both. */
  public Lists lists(String organisation, Weights present, Weights proposed) {
    var question = new PartnerService.Question(organisation, LISTED, false, Viewer.STAFF);
    var before = partners.partners(question, present);
    List<Match> old = before.partners().items();
    List<Match> fresh = partners.partners(question, proposed).partners().items();
    List<Place> places = new ArrayList<>();
    for (Match match : fresh) {
      places.add(new Place(places.size() + 1, match, place(old, match)));
    }
    return new Lists(
        before.you(), places, old.stream().filter(match -> place(fresh, match).isEmpty()).toList());
  }

  private static Optional<Integer> place(List<Match> list, Match wanted) {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).organisation().id().equals(wanted.organisation().id())) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** The organisations that have most to match, to look at when nobody chose others. */
  public List<String> suggested() {
    return records.directory().of(Audience.STAFF).stream()
        .filter(sheet -> stated(sheet) > 0)
        .sorted(Comparator.comparingInt(WeightsTrial::stated).reversed().thenComparing(Sheet::id))
        .limit(CHOSEN)
        .map(sheet -> sheet.organisation().slug())
        .toList();
  }

  private static int stated(Sheet sheet) {
    return sheet.needs().size() + sheet.offers().size();
  }

  /** The curve of all answers so far; empty when there are too few. */
  public Optional<WeightsService.Curve> curve(Weights weights) {
    Replay replay = records.replay(MOST_PAIRS);
    Optional<Calibration> curve = replay.calibrate(weights);
    return curve.map(found -> new WeightsService.Curve(found, replay.size()));
  }

  /** How both would have done in the past; empty when nobody was introduced yet. */
  public Optional<BackTest> backTest(Weights present, Weights proposed) {
    Replay replay = records.replay(MOST_PAIRS);
    if (replay.size() == 0) {
      return Optional.empty();
    }
    ReplayFigures before = replay.judge(present, SEED);
    ReplayFigures after = replay.judge(proposed, SEED);
    return Optional.of(
        new BackTest(replay.size(), replay.fictional(), before, after, before.to(after)));
  }

  /** Names of organisations as somebody typed them, by comma or line. */
  static List<String> chosen(String text) {
    return Pattern.compile("[,，、\\s]+")
        .splitAsStream(text)
        .filter(slug -> !slug.isEmpty())
        .distinct()
        .limit(CHOSEN + 2L)
        .toList();
  }
}
