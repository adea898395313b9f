package praya.evaluation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.domain.Introduction;
import praya.domain.Match;
import praya.domain.Organisation;
import praya.domain.Relation;
import praya.domain.Sheet;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.graph.EcosystemGraph;
import praya.scoring.Calibration;
import praya.scoring.Calibration.Choice;
import praya.scoring.PartnerList;
import praya.scoring.Partners;
import praya.scoring.Scorer;
import praya.scoring.Surroundings;
import praya.scoring.VisibleSheet;
import praya.scoring.Weights;

/**
 * Judges weights by the directory's own past: every introduction is asked for again as of the day
 * on which it was requested, with the needs and offers that were open and the relations that were
 * known to be older, and the one who was asked is ranked among all who could have been. A relation
 * of the two themselves is left out: they were introduced, so it was not enough, or came of it.
 *
 * <p>Entries are those of today: what an organisation said of itself then is not known. And who was
 * never introduced never answered, so a partner whom the past overlooked counts as a wrong one.
 */
public final class Replay {
  /** With fewer answers a curve would tell of chance. */
  public static final int ENOUGH = 30;

  /**
   * What is known of the past.
   *
   * @param sheets of all organisations, with all their needs and offers, open or closed
   */
  public record Past(
      Taxonomy taxonomy,
      List<Sheet> sheets,
      List<Relation> relations,
      List<Introduction> introductions) {
    public Past {
      sheets = List.copyOf(sheets);
      relations = List.copyOf(relations);
      introductions =
          introductions.stream()
              .sorted(
                  Comparator.comparing((Introduction one) -> one.course().requestedOn())
                      .thenComparing(Introduction::id))
              .toList();
    }
  }

  /**
   * One introduction, asked for again.
   *
   * @param fit of the asked organisation, 0 to 100
   * @param plain the probability of its yes when the fit stands for itself
   * @param learned the probability by a curve of the answers that were known on that day; the plain
   *     one as long as they were not {@link #ENOUGH}
   * @param rank among all who could have been asked; endless when it was on no list
   * @param shown the first ten
   */
  record Trial(
      boolean accepted,
      double score,
      int fit,
      double plain,
      double learned,
      double rank,
      List<UUID> shown) {}

  private static final int TOP = 10;

  private final Past past;
  private final Map<UUID, Sheet> sheets;
  private final Map<UUID, Organisation> organisations;
  private final List<Introduction> introductions;

  public Replay(Past past) {
    this.past = past;
    this.sheets = past.sheets().stream().collect(Collectors.toMap(Sheet::id, sheet -> sheet));
    this.organisations =
        past.sheets().stream().collect(Collectors.toMap(Sheet::id, Sheet::organisation));
    this.introductions =
        past.introductions().stream()
            .filter(one -> sheets.containsKey(one.fromId()) && sheets.containsKey(one.toId()))
            .toList();
  }

  /** How many introductions can be asked for again. */
  public int size() {
    return introductions.size();
  }

  /** Of these, how many were made up for the demonstration. */
  public int fictional() {
    return (int) introductions.stream().filter(Introduction::fictional).count();
  }

  /** The figures of some weights. */
  public ReplayFigures judge(Weights weights, long seed) {
    List<Match> asked = asked(weights);
    List<Trial> trials = new ArrayList<>();
    List<PartnerList> lists = lists(weights);
    for (int i = 0; i < introductions.size(); i++) {
      trials.add(trial(i, asked, lists.get(i)));
    }
    int candidates = (int) past.sheets().stream().filter(this::couldBeAsked).count();
    return ReplayFigures.of(trials, candidates, seed);
  }

  /** The curve of all answers under these weights; empty when there are too few. */
  public Optional<Calibration> calibrate(Weights weights) {
    if (introductions.size() < ENOUGH) {
      return Optional.empty();
    }
    return Optional.of(curve(asked(weights.as(weights.version(), Optional.empty())), null));
  }

  private boolean couldBeAsked(Sheet sheet) {
    return introductions.stream()
        .anyMatch(one -> one.fictional() == sheet.organisation().fictional());
  }

  private Trial trial(int at, List<Match> asked, PartnerList list) {
    Introduction introduction = introductions.get(at);
    Match match = asked.get(at);
    LocalDate day = introduction.course().requestedOn();
    double plain = match.fitForThem() / 100.0;
    long known = introductions.stream().filter(one -> answeredBefore(one, day)).count();
    double learned = known < ENOUGH ? plain : curve(asked, day).probability(match.fitForThem());
    return new Trial(
        introduction.accepted(),
        match.score(),
        match.fitForThem(),
        plain,
        learned,
        rank(list, introduction.toId(), match.score()),
        list.items().stream().limit(TOP).map(item -> item.organisation().id()).toList());
  }

  /** Level ones share the middle rank. */
  private static double rank(PartnerList list, UUID wanted, double score) {
    boolean listed =
        list.items().stream().anyMatch(item -> item.organisation().id().equals(wanted));
    if (!listed) {
      return Double.POSITIVE_INFINITY;
    }
    long above = list.items().stream().filter(item -> item.score() > score).count();
    long level = list.items().stream().filter(item -> item.score() == score).count();
    return 1 + above + (level - 1) / 2.0;
  }

  /** The curve of the answers that came before a day; of all for null. */
  private Calibration curve(List<Match> asked, @Nullable LocalDate day) {
    List<Choice> choices = new ArrayList<>();
    for (int i = 0; i < introductions.size(); i++) {
      Introduction one = introductions.get(i);
      if (day == null || answeredBefore(one, day)) {
        choices.add(new Choice(asked.get(i).fitForThem(), one.accepted()));
      }
    }
    return Calibration.fit(choices);
  }

  private static boolean answeredBefore(Introduction introduction, LocalDate day) {
    LocalDate answered = introduction.course().answeredOn();
    return answered != null && answered.isBefore(day);
  }

  private List<Match> asked(Weights weights) {
    return introductions.stream()
        .map(one -> scorer(one, weights).score(sheet(one.fromId(), one), sheet(one.toId(), one)))
        .toList();
  }

  private List<PartnerList> lists(Weights weights) {
    return introductions.parallelStream()
        .map(one ->
            new Partners(scorer(one, weights))
                .rank(
                    sheet(one.fromId(), one),
                    past.sheets().stream()
                        .map(sheet -> VisibleSheet.of(sheet, Viewer.STAFF, day(one)))
                        .toList(),
                    past.sheets().size()))
        .toList();
  }

  private Scorer scorer(Introduction introduction, Weights weights) {
    LocalDate day = day(introduction);
    List<Relation> older =
        past.relations().stream()
            .filter(relation -> isOlder(relation.content().since(), day))
            .filter(relation -> !isBetween(relation, introduction))
            .toList();
    return new Scorer(
        new Surroundings(past.taxonomy(), EcosystemGraph.of(older), organisations, day), weights);
  }

  private VisibleSheet sheet(UUID organisation, Introduction introduction) {
    Sheet sheet = java.util.Objects.requireNonNull(sheets.get(organisation));
    return VisibleSheet.of(sheet, Viewer.STAFF, day(introduction));
  }

  private static LocalDate day(Introduction introduction) {
    return introduction.course().requestedOn();
  }

  private static boolean isBetween(Relation relation, Introduction introduction) {
    Set<UUID> ends = Set.of(introduction.fromId(), introduction.toId());
    return ends.contains(relation.fromId()) && ends.contains(relation.toId());
  }

  /** Only the year or month may be known: then a relation of the same one does not count. */
  private static boolean isOlder(@Nullable String since, LocalDate day) {
    return since != null && since.compareTo(day.toString().substring(0, since.length())) < 0;
  }
}
