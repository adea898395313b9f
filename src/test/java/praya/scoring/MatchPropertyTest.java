package praya.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import praya.domain.Exchange;
import praya.domain.Match;
import praya.domain.Reason;
import praya.domain.Reason.Beneficiary;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Viewer;

/** Laws that hold for every pair, on random worlds with fixed seeds; a failure names its seed. */
class MatchPropertyTest {
  private static final int SEEDS = 15;

  @Test
  void match_addsUpAndNamesTwoFactsPerReason() {
    forAllPairs((world, you, them, seed) -> {
      Match match = world.scorer.score(see(you), see(them));
      assertThat(match.fitForYou()).as(seed).isEqualTo(points(match, Beneficiary.YOU));
      assertThat(match.fitForThem()).as(seed).isEqualTo(points(match, Beneficiary.THEM));
      assertThat(match.fitForYou()).as(seed).isBetween(0, 100);
      double a = match.fitForYou();
      double b = match.fitForThem();
      double mean = a * b == 0 ? 0 : Math.round(100 / ((1 / a + 1 / b) / 2)) / 100.0;
      assertThat(match.score()).as(seed).isEqualTo(mean).isBetween(0.0, 100.0);
      assertThat(match.score()).as(seed).isLessThanOrEqualTo((a + b) / 2);
      for (Reason reason : match.reasons()) {
        assertThat(reason.points()).as(seed).isPositive();
        assertIsTold(reason, you, them, seed);
      }
    });
  }

  @Test
  void match_withRolesSwapped_swapsTheFits() {
    forAllPairs((world, you, them, seed) -> {
      Match match = world.scorer.score(see(you), see(them));
      Match swapped = world.scorer.score(see(them), see(you));
      assertThat(swapped.fitForYou()).as(seed).isEqualTo(match.fitForThem());
      assertThat(swapped.fitForThem()).as(seed).isEqualTo(match.fitForYou());
      assertThat(swapped.score()).as(seed).isEqualTo(match.score());
    });
  }

  @Test
  void explain_tellsEveryCriterionForEachSide_withTheSamePoints() {
    forAllPairs((world, you, them, seed) -> {
      Match match = world.scorer.score(see(you), see(them));
      Match full = world.scorer.explain(see(you), see(them));
      assertThat(full.reasons()).as(seed).hasSize(2 * Criterion.ALL.size());
      assertThat(full.reasons().stream().filter(reason -> reason.points() > 0).toList())
          .as(seed)
          .isEqualTo(match.reasons());
      full.reasons().forEach(reason -> assertIsTold(reason, you, them, seed));
    });
  }

  @Test
  void hiddenNeedsAndOffers_neverShiftAScore() {
    forAllPairs((world, you, them, seed) ->
        assertThat(world.scorer.score(see(you), see(them)))
            .as(seed)
            .isEqualTo(world.scorer.score(see(withoutHidden(you)), see(withoutHidden(them)))));
  }

  @Test
  void unmetNeed_added_neverRaisesEitherFit() {
    forAllPairs((world, you, them, seed) -> {
      Match before = world.scorer.score(staff(you), staff(them));
      var unmet = world.exchange(Side.NEED, you.organisation(), List.of("nobody-can"));
      // A compute need is met by whoever holds or offers compute, whatever it names.
      boolean isCompute = unmet.content().kind().equals("compute");
      Match after = world.scorer.score(staff(withNeed(you, unmet)), staff(them));
      if (!isCompute) {
        assertThat(after.fitForYou()).as(seed).isLessThanOrEqualTo(before.fitForYou());
        assertThat(after.fitForThem()).as(seed).isLessThanOrEqualTo(before.fitForThem());
      }
    });
  }

  @Test
  void offer_addedByThem_neverLowersYourFit() {
    forAllPairs((world, you, them, seed) -> {
      if (you.needs().isEmpty()) {
        return;
      }
      Match before = world.scorer.score(staff(you), staff(them));
      Exchange need = world.one(you.needs());
      var offer =
          world.exchange(Side.OFFER, them.organisation(), need.content().topic().capabilities());
      Match after = world.scorer.score(staff(you), staff(withOffer(them, offer)));
      assertThat(after.fitForYou()).as(seed).isGreaterThanOrEqualTo(before.fitForYou());
    });
  }

  @Test
  void partners_shuffledCandidates_areTheSameList() {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomWorld world = new RandomWorld(seed);
      Partners partners = new Partners(world.scorer);
      List<VisibleSheet> candidates = world.sheets.stream().map(MatchPropertyTest::see).toList();
      List<VisibleSheet> shuffled = new ArrayList<>(candidates);
      Collections.shuffle(shuffled, new Random(seed));
      List<VisibleSheet> stripped =
          world.sheets.stream().map(MatchPropertyTest::withoutHidden).map(s -> see(s)).toList();
      for (VisibleSheet you : candidates) {
        PartnerList list = partners.rank(you, candidates, 5);
        assertThat(partners.rank(you, shuffled, 5)).as("seed " + seed).isEqualTo(list);
        assertThat(partners.rank(you, stripped, 5)).as("seed " + seed).isEqualTo(list);
        int excluded = list.excluded().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(list.fitting() + excluded).isEqualTo(list.considered());
        assertThat(list.items().size()).isEqualTo(Math.min(5, list.fitting()));
        assertThat(partners.rank(you, candidates, 99).items()).startsWith(firsts(list));
        assertThat(ids(partners.explain(you, candidates, 5))).isEqualTo(ids(list));
        assertThat(list.items()).allMatch(match -> match.score() > 0);
      }
    }
  }

  private static Match[] firsts(PartnerList list) {
    return list.items().toArray(Match[]::new);
  }

  private static List<String> ids(PartnerList list) {
    return list.items().stream().map(match -> match.organisation().slug()).toList();
  }

  private static void assertIsTold(Reason reason, Sheet you, Sheet them, String seed) {
    boolean forYou = reason.beneficiary() == Beneficiary.YOU;
    assertThat(reason.facts()).as(seed).hasSize(2);
    assertThat(reason.facts())
        .as(seed)
        .extracting(Reason.Fact::organisation)
        .containsExactly(
            (forYou ? you : them).organisation().slug(),
            (forYou ? them : you).organisation().slug());
    assertThat(reason.facts()).as(seed).noneMatch(fact -> fact.reference().isBlank());
    assertThat(reason.facts()).as(seed).noneMatch(fact -> "".equals(fact.text().en()));
    for (String text :
        List.of(reason.text().en(), reason.text().zhHant(), reason.text().zhHans())) {
      assertThat(text).as(seed).isNotBlank().doesNotContain("null").doesNotContain("$s");
    }
    if (reason.code().startsWith("known-")) {
      assertThat(reason.text().en()).as(seed).contains(" states n").contains(" here");
    }
  }

  private static int points(Match match, Beneficiary beneficiary) {
    Map<Beneficiary, Integer> sums =
        match.reasons().stream()
            .collect(
                Collectors.groupingBy(Reason::beneficiary, Collectors.summingInt(Reason::points)));
    return sums.getOrDefault(beneficiary, 0);
  }

  private static VisibleSheet see(Sheet sheet) {
    return VisibleSheet.of(sheet, Viewer.ANYONE, RandomWorld.DAY);
  }

  private static VisibleSheet staff(Sheet sheet) {
    return VisibleSheet.of(sheet, Viewer.STAFF, RandomWorld.DAY);
  }

  private static Sheet withoutHidden(Sheet sheet) {
    return new Sheet(sheet.organisation(), open(sheet.needs()), open(sheet.offers()));
  }

  private static List<Exchange> open(List<Exchange> exchanges) {
    return exchanges.stream()
        .filter(exchange ->
            Viewer.ANYONE.maySeeOwner(exchange.content().visibility(), exchange.organisationId()))
        .toList();
  }

  private static Sheet withNeed(Sheet sheet, Exchange need) {
    List<Exchange> needs = new ArrayList<>(sheet.needs());
    needs.add(need);
    return new Sheet(sheet.organisation(), needs, sheet.offers());
  }

  private static Sheet withOffer(Sheet sheet, Exchange offer) {
    List<Exchange> offers = new ArrayList<>(sheet.offers());
    offers.add(offer);
    return new Sheet(sheet.organisation(), sheet.needs(), offers);
  }

  private interface Law {
    void holds(RandomWorld world, Sheet you, Sheet them, String seed);
  }

  private static void forAllPairs(Law law) {
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomWorld world = new RandomWorld(seed);
      for (Sheet you : world.sheets) {
        for (Sheet them : world.sheets) {
          if (!you.equals(them)) {
            law.holds(world, you, them, "seed " + seed);
          }
        }
      }
    }
  }
}
