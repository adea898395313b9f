package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Language;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.SearchQuery.Filters;
import praya.search.SearchQuery.Page;
import praya.search.SearchQuery.Sort;
import praya.search.SearchQuery.Want;

/** The laws of facets and pages where a search takes two passes and the index several segments. */
class LargeIndexTest {
  private static final int SIZE = 5_600;
  private static final List<String> TEXTS =
      List.of("", "fintech", "machine learning", "銀行", "hong kong bank", "聊天機械人", "senstime");

  @TempDir static Path folder;
  private static TestIndex large;

  @BeforeAll
  static void fill() {
    GeneratedOrganisations generated = new GeneratedOrganisations();
    large = TestIndex.of(folder, SeedData.taxonomy(), generated.next(SIZE / 2));
    large.index.put(generated.next(SIZE / 2));
    large.index.refresh();
  }

  @AfterAll
  static void close() {
    large.close();
  }

  @Test
  void facetCount_isTheTotalAfterTheClick() {
    Random random = new Random(1);
    List<Term> sectors = SeedData.taxonomy().list(Vocabulary.SECTORS);
    for (String text : TEXTS) {
      Filters filters = Filters.NONE;
      for (int round = 0; round < 4; round++) {
        SearchQuery query = SearchQuery.of(text).with(filters);
        SearchResult result = large.index.search(query);
        for (Facet facet : Facet.values()) {
          for (var value : result.facets().get(facet)) {
            if (random.nextInt(15) == 0) {
              SearchQuery clicked = query.with(filters.plus(facet, value.code())).with(Want.HITS);
              assertThat(large.index.search(clicked).total())
                  .as("%s in %s + %s", text, filters, value)
                  .isEqualTo(value.count());
            }
          }
        }
        filters =
            round % 2 == 0
                ? filters.plus(Facet.KIND, "startup")
                : filters.plus(Facet.SECTOR, sectors.get(random.nextInt(sectors.size())).code());
      }
    }
  }

  @Test
  void pages_yieldEachHitOnce_withAndWithoutFacets() {
    Filters filters = Filters.NONE.plus(Facet.FICTIONAL, "false");
    for (Sort sort : Sort.values()) {
      for (String text : TEXTS) {
        SearchQuery query = SearchQuery.of(text).with(sort).with(filters);
        SearchResult all = large.index.search(query);
        List<String> slugs = walk(query.with(Want.HITS));
        assertThat(slugs).as("%s by %s", text, sort).hasSize((int) all.total());
        assertThat(new HashSet<>(slugs)).hasSize(slugs.size());
        assertThat(slugs).startsWith(TestIndex.slugs(all).toArray(String[]::new));
      }
    }
  }

  private static List<String> walk(SearchQuery query) {
    List<String> slugs = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page = large.index.search(query.with(new Page(100, cursor)));
      slugs.addAll(TestIndex.slugs(page));
      cursor = page.next();
    } while (cursor != null);
    return slugs;
  }

  @Test
  void suggestions_areInOrder_whateverTheSegments() {
    List<String> labels =
        large.index.suggest("tech", 12, Language.EN).stream()
            .filter(each -> each.type() == Suggestion.Type.ORGANISATION)
            .map(each -> each.matched().toLowerCase(Locale.ROOT))
            .filter(each -> each.startsWith("tech"))
            .map(each -> each.replaceAll("[^a-z]", ""))
            .toList();
    assertThat(labels).isSorted();
  }
}
