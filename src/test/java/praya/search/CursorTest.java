package praya.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Problem;
import praya.search.SearchQuery.Filters;
import praya.search.SearchQuery.Page;
import praya.search.SearchQuery.Sort;

class CursorTest {
  @TempDir static Path folder;
  private static TestIndex seed;

  @BeforeAll
  static void fill() {
    seed = TestIndex.of(folder, SeedData.taxonomy(), SeedData.all());
    seed.index.put(SeedData.demo().subList(0, 30));
    seed.index.refresh();
  }

  @AfterAll
  static void close() {
    seed.close();
  }

  @Test
  void walk_inEverySortAndPageSize_yieldsEachHitOnce() {
    for (Sort sort : Sort.values()) {
      for (String text : List.of("", "fintech", "the", "銀行", "fraud detection in hong kong")) {
        SearchQuery query = SearchQuery.of(text).with(sort);
        long total = seed.index.search(query).total();
        for (int limit : new int[] {7, 50}) {
          List<String> slugs = walk(query, limit);
          assertThat(slugs).as("%s by %s", text, sort).hasSize((int) total);
          assertThat(new HashSet<>(slugs)).hasSize((int) total);
        }
        assertThat(walk(query, 7)).isEqualTo(walk(query, 50));
      }
    }
  }

  private static List<String> walk(SearchQuery query, int limit) {
    List<String> slugs = new ArrayList<>();
    String cursor = null;
    do {
      SearchResult page = seed.index.search(query.with(new Page(limit, cursor)));
      slugs.addAll(TestIndex.slugs(page));
      cursor = page.next();
    } while (cursor != null);
    return slugs;
  }

  @Test
  void sorts_orderAsTheySay(@TempDir Path own) {
    try (TestIndex index =
        TestIndex.of(
            own,
            new SampleOrganisation("c").name("Éclair", null).founded(2020),
            new SampleOrganisation("b").name("eager", null).confirmed("2026-05-01T00:00:00Z"),
            new SampleOrganisation("d").name(null, "中文").founded(2024),
            new SampleOrganisation("a")
                .name("Zebra", null)
                .founded(2024)
                .confirmed("2026-06-01T00:00:00Z"))) {
      SearchQuery all = SearchQuery.of("");
      assertThat(TestIndex.slugs(index.index.search(all.with(Sort.NAME))))
          .containsExactly("b", "c", "a", "d");
      assertThat(TestIndex.slugs(index.index.search(all.with(Sort.NEWEST))))
          .containsExactly("a", "d", "c", "b");
      assertThat(TestIndex.slugs(index.index.search(all.with(Sort.CONFIRMED))))
          .containsExactly("a", "b", "c", "d");
    }
  }

  @Test
  void cursor_ofAnotherQuery_isRefused() {
    String cursor = first(SearchQuery.of("fintech")).next();
    assertRefused(SearchQuery.of("banks"), cursor);
    assertRefused(SearchQuery.of("fintech").with(Sort.NAME), cursor);
    assertRefused(SearchQuery.of("fintech").with(Filters.NONE.plus(Facet.KIND, "startup")), cursor);
  }

  @Test
  void cursor_broken_isRefused() {
    for (String cursor : List.of("", "x", "not base64!", "AAAA", "\u0000", "é", "a".repeat(5000))) {
      assertRefused(SearchQuery.of("fintech"), cursor);
    }
    SearchQuery query = SearchQuery.of("fintech");
    byte[] good = Base64.getUrlDecoder().decode(first(query).next());
    Random random = new Random(1);
    for (int i = 0; i < 500; i++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length + 1));
      if (bad.length > 0) {
        bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
      }
      String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(bad);
      try {
        seed.index.search(query.with(new Page(5, cursor)));
      } catch (Problem.Malformed refused) {
        assertThat(refused.faults().get(0).field()).isEqualTo("cursor");
      }
    }
  }

  @Test
  void limit_outOfRange_isRefused() {
    assertThatThrownBy(() -> new Page(0, null)).isInstanceOf(Problem.Malformed.class);
    assertThatThrownBy(() -> new Page(101, null)).isInstanceOf(Problem.Malformed.class);
  }

  private static SearchResult first(SearchQuery query) {
    return seed.index.search(query.with(new Page(5, null)));
  }

  private static void assertRefused(SearchQuery query, String cursor) {
    assertThatThrownBy(() -> seed.index.search(query.with(new Page(5, cursor))))
        .as(cursor)
        .isInstanceOf(Problem.Malformed.class);
  }
}
