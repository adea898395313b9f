package praya.meeting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.domain.Introduction;
import praya.introduction.IntroductionService;
import praya.round.Pair;
import praya.round.Rules;

/** What a round needs before it is solved: candidates, decisions of staff, room for everybody. */
final class Preparation {
  private final RoundScores scores;
  private final IntroductionService introductions;
  private final PublishedStore published;
  private final Clock clock;

  Preparation(
      RoundScores scores,
      IntroductionService introductions,
      PublishedStore published,
      Clock clock) {
    this.scores = scores;
    this.introductions = introductions;
    this.published = published;
    this.clock = clock;
  }

  /** The same with what staff decided about pairs. */
  static Review decided(Review review, RoundService.Order decided) {
    return new Review(
        review.round(),
        review.guests(),
        review.rules(),
        review.pairs().stream()
            .map(each ->
                each.decided(
                    decided.locked().contains(each.pair())
                        && !decided.removed().contains(each.pair()),
                    decided.removed().contains(each.pair())))
            .toList(),
        review.curve());
  }

  /** Slots that are left after what is suggested already; what is settled finds its place. */
  Review roomy(Review review) {
    Map<String, Integer> open = published.openSince(since());
    Map<String, Integer> settled = Solver.settled(review);
    int most = review.round().setting().mostOpen();
    List<Guest> guests =
        review.guests().stream()
            .map(guest -> {
              int free = Math.max(0, most - open.getOrDefault(guest.key(), 0));
              int room = Math.max(free, settled.getOrDefault(guest.key(), 0));
              return new Guest(guest.id(), guest.slots(), Math.min(guest.slots(), room));
            })
            .toList();
    return new Review(review.round(), guests, review.rules(), review.pairs(), review.curve());
  }

  /** From when on suggestions are open, and pairs are not suggested again. */
  Instant since() {
    return clock.instant().minus(Duration.ofDays(Rules.DAYS));
  }

  /** A round with candidates, and the version of the weights that scored them. */
  record Scored(Review review, String weights) {}

  /** The candidates as the directory has them now, with what was decided about them before. */
  Scored score(Review review) {
    Map<Pair, LocalDate> met = met();
    Map<Pair, Considered> known = new HashMap<>();
    review.pairs().forEach(each -> known.put(each.pair(), each));
    Set<Pair> excluded = new HashSet<>(review.rules().never());
    excluded.addAll(met.keySet());
    int widest = review.guests().stream().mapToInt(Guest::slots).max().orElse(0);
    Set<Pair> kept = new HashSet<>(review.rules().must());
    known.values().stream()
        .filter(each -> each.locked() || each.removed())
        .forEach(each -> kept.add(each.pair()));
    var found =
        scores.of(
            review.guests().stream().map(Guest::id).collect(Collectors.toSet()),
            widest,
            excluded::contains,
            kept);
    Map<Pair, Considered> pairs = new TreeMap<>();
    kept.forEach(pair -> pairs.put(pair, Considered.fresh(pair, 0, met.get(pair))));
    found
        .candidates()
        .forEach(each ->
            pairs.put(
                each.pair(), Considered.fresh(each.pair(), each.score(), met.get(each.pair()))));
    List<Considered> all = new ArrayList<>();
    pairs.forEach((pair, fresh) -> {
      @Nullable Considered old = known.get(pair);
      all.add(
          old == null
              ? fresh
              : new Considered(
                  pair,
                  fresh.score(),
                  fresh.met(),
                  false,
                  old.earlier(),
                  old.locked(),
                  old.removed()));
    });
    return new Scored(
        new Review(review.round(), review.guests(), review.rules(), all, review.curve()),
        found.weights());
  }

  /** When pairs last met within the days that count, through rounds or otherwise. */
  private Map<Pair, LocalDate> met() {
    Map<Pair, LocalDate> met = published.suggestedSince(since());
    LocalDate since = scores.today().minusDays(Rules.DAYS);
    for (Introduction one : introductions.latest(Integer.MAX_VALUE)) {
      LocalDate day = one.course().requestedOn();
      if (day.isAfter(since)) {
        met.merge(RoundStore.pair(one.fromId(), one.toId()), day, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return met;
  }
}
