package praya.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import praya.brief.Understood.Meant;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.scoring.VisibleSheet;
import praya.testkit.Records;

class VendorRankingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final String WANTED = "computer-vision";
  private static final Brief BRIEF =
      new Brief(
          "see what is on the shelf",
          List.of(),
          List.of(),
          List.of(),
          new Brief.Conditions(List.of(), "", null),
          true);

  @Test
  void sharedWords_makeNoVendor_whereTheBriefNamesACapability() {
    VisibleSheet able = sheet(1, List.of(WANTED));
    VisibleSheet wordy = sheet(2, List.of("ocr"));
    var places = Map.of(id(2), 0, id(1), 1);
    assertThat(slugs(ranking(places, WANTED).rank(List.of(able, wordy)))).containsExactly("v1");
  }

  @Test
  void sharedWords_addToWhoIsAble() {
    Vendor with = ranking(Map.of(id(1), 0), WANTED).rank(List.of(able(1))).getFirst();
    Vendor without = ranking(Map.of(), WANTED).rank(List.of(able(1))).getFirst();
    assertThat(with.score() - without.score()).isEqualTo(20);
    assertThat(with.reasons()).extracting(Vendor.Reason::code).contains("capability", "text");
  }

  @Test
  void withoutACapability_theFirstOfTheSearchAreVendors_andNobodyBehind() {
    Map<UUID, Integer> places = new HashMap<>();
    List<VisibleSheet> sheets = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      places.put(id(i), i);
      sheets.add(able(i));
    }
    assertThat(slugs(ranking(places).rank(sheets)))
        .containsExactlyElementsOf(
            IntStream.range(0, VendorRanking.PLACES_ALONE).mapToObj(i -> "v" + i).toList());
    assertThat(ranking(Map.of()).rank(sheets)).isEmpty();
  }

  @Test
  void openOffer_countsMoreThanAnEntry_andPointsAddUp() {
    VisibleSheet offering =
        sheet(1, List.of("ocr"), Records.exchange("v1", "Eyes", Visibility.PUBLIC));
    List<Vendor> vendors = ranking(Map.of(), WANTED).rank(List.of(able(2), offering));
    assertThat(slugs(vendors)).containsExactly("v1", "v2");
    assertThat(vendors)
        .allSatisfy(vendor ->
            assertThat(vendor.reasons().stream().mapToInt(Vendor.Reason::points).sum())
                .isEqualTo(vendor.score()));
  }

  @Test
  void hiddenOffer_countsForNobody() {
    VisibleSheet hidden =
        sheet(1, List.of("ocr"), Records.exchange("v1", "Eyes", Visibility.MATCH_ONLY));
    assertThat(ranking(Map.of(), WANTED).rank(List.of(hidden))).isEmpty();
  }

  @Test
  void orderOfTheInput_movesNothing() {
    Map<UUID, Integer> places = new HashMap<>();
    List<VisibleSheet> sheets = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      places.put(id(i), (i * 7) % 30);
      sheets.add(sheet(i, List.of(i % 3 == 0 ? WANTED : "ocr")));
    }
    List<Vendor> first = ranking(places, WANTED, "ocr").rank(sheets);
    Random random = new Random(5);
    for (int round = 0; round < 20; round++) {
      Collections.shuffle(sheets, random);
      assertThat(ranking(places, WANTED, "ocr").rank(sheets)).isEqualTo(first);
    }
  }

  @Test
  void worlds_neverMix() {
    Organisation real = new Organisation(id(9), 1, Records.real(Records.entry("real")), false);
    VisibleSheet sheet =
        VisibleSheet.of(new Sheet(real, List.of(), List.of()), Viewer.ANYONE, TODAY);
    assertThat(ranking(Map.of(), WANTED).rank(List.of(sheet))).isEmpty();
  }

  private static VendorRanking ranking(Map<UUID, Integer> places, String... capabilities) {
    List<Meant> terms =
        List.of(capabilities).stream()
            .map(code -> new Meant(Vocabulary.CAPABILITIES, code, ""))
            .toList();
    var taxonomy = new Taxonomy(List.of(term(WANTED), term("ocr")));
    return new VendorRanking(BRIEF, new Understood(terms), places, taxonomy, TODAY);
  }

  private static Term term(String code) {
    return new Term(
        Vocabulary.CAPABILITIES,
        code,
        null,
        new LocalText(code, code, code),
        List.of(),
        LocalText.NONE);
  }

  private static VisibleSheet able(int number) {
    return sheet(number, List.of(WANTED));
  }

  private static VisibleSheet sheet(
      int number, List<String> capabilities, Exchange.Content... offers) {
    String slug = "v" + number;
    var organisation =
        new Organisation(id(number), 1, Records.entry(slug, slug, capabilities), false);
    List<Exchange> given =
        List.of(offers).stream()
            .map(content -> new Exchange(Side.OFFER, "offer-" + number, 1, id(number), content))
            .toList();
    return VisibleSheet.of(new Sheet(organisation, List.of(), given), Viewer.ANYONE, TODAY);
  }

  private static UUID id(int number) {
    return new UUID(7, number);
  }

  private static List<String> slugs(List<Vendor> vendors) {
    return vendors.stream().map(vendor -> vendor.organisation().slug()).toList();
  }
}
