package praya.meeting;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import praya.domain.Identifiers;
import praya.domain.Organisation;
import praya.http.Frame;
import praya.organisation.Names;
import praya.round.Fairness;
import praya.round.RoundTree;

/** A round in the words of a page. What staff may no longer see is left out. */
final class RoundWords {
  private final Frame frame;
  private final Map<String, Organisation> organisations = new HashMap<>();

  RoundWords(Frame frame, List<Organisation> known) {
    this.frame = frame;
    known.forEach(each -> organisations.put(each.id().toString(), each));
  }

  RoundPage page(Review review, @Nullable String trouble) {
    Set<String> met =
        Solver.loads(review.chosen().stream().map(Considered::pair).toList()).keySet();
    return new RoundPage(
        review.round(),
        new RoundPage.Counts(
            review.guests().size(), review.rules().must().size(), review.rules().never().size()),
        pairs(review.chosen()),
        pairs(review.pairs().stream().filter(Considered::removed).toList()),
        review.round().solution() == null
            ? List.of()
            : review.guests().stream()
                .map(Guest::key)
                .filter(key -> organisations.containsKey(key) && !met.contains(key))
                .map(this::place)
                .toList(),
        review.curve().stream().map(this::point).toList(),
        trouble);
  }

  private List<RoundPage.Pair> pairs(List<Considered> all) {
    return all.stream()
        .filter(each ->
            organisations.containsKey(each.pair().first())
                && organisations.containsKey(each.pair().second()))
        .map(each ->
            new RoundPage.Pair(
                each.pair().first() + "_" + each.pair().second(),
                place(each.pair().first()),
                place(each.pair().second()),
                "/organisations/"
                    + slug(each.pair().first())
                    + "/partners/"
                    + slug(each.pair().second()),
                RoundTree.score(each.score()).toPlainString(),
                each.locked()))
        .toList();
  }

  private RoundPage.Place place(String key) {
    Names names = Names.of(Objects.requireNonNull(organisations.get(key)), frame.language());
    return new RoundPage.Place(names.href(), names.main());
  }

  String name(String key) {
    return place(key).name().text();
  }

  boolean knows(praya.round.Pair pair) {
    return organisations.containsKey(pair.first()) && organisations.containsKey(pair.second());
  }

  String slug(String key) {
    return Objects.requireNonNull(organisations.get(key)).slug();
  }

  private RoundPage.Point point(Fairness point) {
    return new RoundPage.Point(
        point.cap() == null ? "" : frame.number((long) point.cap()),
        String.format(Locale.ROOT, "%.1f %%", 100 * point.kept()),
        String.format(Locale.ROOT, "%.3f", point.gini()),
        frame.number((long) point.least()),
        frame.number((long) point.most()),
        frame.number((long) point.none()));
  }

  /** The pairs that boxes of the form name; what is none is passed over. */
  static Set<praya.round.Pair> read(List<String> keys) {
    Set<praya.round.Pair> pairs = new TreeSet<>();
    for (String key : keys) {
      int at = key.indexOf('_');
      if (at > 0) {
        Optional<java.util.UUID> first = Identifiers.read(key.substring(0, at));
        Optional<java.util.UUID> second = Identifiers.read(key.substring(at + 1));
        if (first.isPresent() && second.isPresent()) {
          pairs.add(RoundStore.pair(first.get(), second.get()));
        }
      }
    }
    return pairs;
  }
}
