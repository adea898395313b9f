package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.SearchQuery.Filters;
import praya.search.SearchQuery.Want;
import praya.search.SearchResult.FacetCount;

/** The law of facets: the number beside a value is what one gets after choosing it as well. */
class FacetPropertyTest {
  private static final List<String> TEXTS =
      List.of(
          "",
          "fintech",
          "chatbot",
          "銀行",
          "hong kong",
          "the",
          "聊天機械人",
          "data",
          "senstime",
          "fraud detection company in hong kong",
          "penguin blockchain",
          "xyzzyx",
          "大模型",
          "limited");

  @TempDir static Path folder;
  private static TestIndex seed;

  @BeforeAll
  static void fill() {
    seed = TestIndex.of(folder, SeedData.taxonomy(), SeedData.all());
    // Several segments with deletions: what counts is the sum of them.
    seed.index.put(SeedData.demo().subList(0, 40));
    seed.index.refresh();
    seed.index.delete(SeedData.id("hsbc"));
    seed.index.refresh();
  }

  @AfterAll
  static void close() {
    seed.close();
  }

  @Test
  void count_ofEveryListedValue_isTheTotalAfterTheClick() {
    Random random = new Random(20261122);
    int clicked = 0;
    for (int round = 0; round < 300; round++) {
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      Filters filters = randomFilters(random);
      SearchQuery query = SearchQuery.of(text).with(filters);
      SearchResult result = seed.index.search(query);
      for (Map.Entry<Facet, List<FacetCount>> facet : result.facets().entrySet()) {
        for (FacetCount value : facet.getValue()) {
          if (value.selected() || random.nextInt(6) == 0) {
            Filters more = filters.plus(facet.getKey(), value.code());
            assertThat(total(query.with(more)))
                .as("round %s: %s in %s + %s %s", round, text, filters, facet.getKey(), value)
                .isEqualTo(value.count());
            clicked++;
          }
        }
      }
    }
    assertThat(clicked).isGreaterThan(2000);
  }

  @Test
  void unlistedValue_findsNothingMore() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String text = TEXTS.get(random.nextInt(TEXTS.size()));
      Filters filters = randomFilters(random);
      SearchQuery query = SearchQuery.of(text).with(filters);
      SearchResult result = seed.index.search(query);
      Term term = randomTerm(random, Vocabulary.CAPABILITIES);
      List<FacetCount> listed = result.facets().getOrDefault(Facet.CAPABILITY, List.of());
      if (listed.stream().noneMatch(value -> value.code().equals(term.code()))) {
        long expected = filters.of(Facet.CAPABILITY).isEmpty() ? 0 : result.total();
        assertThat(total(query.with(filters.plus(Facet.CAPABILITY, term.code()))))
            .as("round %s: %s", round, term.code())
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void chosenValues_areAlwaysListed() {
    Filters filters =
        Filters.NONE.plus(Facet.SECTOR, "no-such-sector").plus(Facet.KIND, "university");
    SearchResult result = seed.index.search(SearchQuery.of("fintech").with(filters));
    assertThat(result.total()).isZero();
    assertThat(result.facets().get(Facet.SECTOR))
        .contains(new FacetCount("no-such-sector", 0, true));
    assertThat(result.facets().get(Facet.KIND)).contains(new FacetCount("university", 0, true));
  }

  @Test
  void facets_areAllThereInOrder() {
    assertThat(seed.search("").facets().keySet()).containsExactly(Facet.values());
  }

  @Test
  void group_countsEachOrganisationOnce_andFindsItsChildren() {
    SearchResult all = seed.search("");
    Map<String, Long> counts = new java.util.HashMap<>();
    all.facets().get(Facet.CAPABILITY).forEach(value -> counts.put(value.code(), value.count()));
    Set<String> having = new HashSet<>();
    for (Indexed each : SeedData.all()) {
      var organisation = each.sheet().organisation();
      for (String code : organisation.profile().classification().capabilities()) {
        if (SeedData.taxonomy()
            .selfAndAncestors(Vocabulary.CAPABILITIES, code)
            .contains("computer-vision")) {
          having.add(organisation.slug());
        }
      }
    }
    having.remove("hsbc");
    assertThat(counts.get("computer-vision")).isEqualTo(having.size());
  }

  private static long total(SearchQuery query) {
    return seed.index.search(query.with(Want.HITS)).total();
  }

  private static Filters randomFilters(Random random) {
    Filters filters = Filters.NONE;
    int choices = random.nextInt(5);
    for (int i = 0; i < choices; i++) {
      Facet facet = Facet.values()[random.nextInt(Facet.values().length)];
      filters = filters.plus(facet, randomCode(random, facet));
    }
    return filters;
  }

  private static String randomCode(Random random, Facet facet) {
    List<String> codes = new ArrayList<>(List.of("true", "false"));
    if (facet == Facet.MEMBER) {
      codes.add("unknown");
    }
    return facet
        .vocabulary()
        .map(vocabulary -> randomTerm(random, vocabulary).code())
        .orElseGet(() -> codes.get(random.nextInt(codes.size())));
  }

  private static Term randomTerm(Random random, Vocabulary vocabulary) {
    List<Term> terms = SeedData.taxonomy().list(vocabulary);
    return terms.get(random.nextInt(terms.size()));
  }
}
