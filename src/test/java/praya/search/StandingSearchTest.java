package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.search.SearchQuery.Filters;
import praya.search.SearchQuery.Page;
import praya.search.SearchQuery.Want;

/** A standing search finds an organisation if and only if the directory does by the same query. */
class StandingSearchTest {
  private static final List<String> TYPED =
      List.of(
          "",
          "   ",
          "machine learning",
          "fraud detection",
          "粵語語音",
          "粤语语音",
          "簽證",
          "fintech",
          "fin-tech",
          "hong kong",
          "HKUST",
          "recieve",
          "robotcs",
          "machinelearning",
          "nlp",
          "大學",
          "legal tech compliance",
          "有限公司",
          "the of and",
          "zzzzqqqq",
          "\"machine learning\"",
          "-fintech bank",
          "bank OR insurance",
          "kind:startup",
          "fintech -bank",
          "robotics OR insurance",
          "\"hong kong\"",
          "C++",
          "😀",
          "a".repeat(500));

  @Test
  void standingSearch_findsWhatTheDirectoryFinds(@TempDir Path folder) {
    List<Indexed> seed = SeedData.all();
    Random random = new Random(4);
    List<StandingSearch> searches = searches(seed, random);
    try (TestIndex test = TestIndex.of(folder, SeedData.taxonomy(), seed)) {
      for (int round = 0; round < 8; round++) {
        Set<UUID> some =
            seed.stream()
                .filter(each -> random.nextInt(3) == 0)
                .map(each -> each.sheet().id())
                .collect(Collectors.toSet());
        List<Set<UUID>> found = StandingSearches.among(test.index, searches, some);
        int hits = 0;
        for (int i = 0; i < searches.size(); i++) {
          Set<UUID> strict = StandingSearches.first(test.index, searches.get(i), 1000);
          Set<UUID> expected = directory(test.index, searches.get(i), strict);
          assertThat(strict).as(searches.get(i).toString()).isEqualTo(expected);
          expected.retainAll(some);
          hits += expected.size();
          assertThat(found.get(i)).as(searches.get(i).toString()).isEqualTo(expected);
        }
        assertThat(hits).isGreaterThan(100);
      }
    }
  }

  @Test
  void standingSearch_isReadAnewAsTheDirectoryGrows(@TempDir Path folder) {
    List<Indexed> seed = new ArrayList<>(SeedData.all());
    Random random = new Random(5);
    java.util.Collections.shuffle(seed, random);
    List<StandingSearch> searches = searches(seed, random);
    try (TestIndex test = TestIndex.of(folder, SeedData.taxonomy(), List.of())) {
      for (int from = 0; from < seed.size(); from += 60) {
        List<Indexed> step = seed.subList(from, Math.min(from + 60, seed.size()));
        test.index.put(step);
        test.index.refresh();
        Set<UUID> ids = step.stream().map(each -> each.sheet().id()).collect(Collectors.toSet());
        List<Set<UUID>> found = StandingSearches.among(test.index, searches, ids);
        for (int i = 0; i < searches.size(); i++) {
          Set<UUID> strict = StandingSearches.first(test.index, searches.get(i), 1000);
          Set<UUID> expected = directory(test.index, searches.get(i), strict);
          expected.retainAll(ids);
          assertThat(found.get(i)).as(searches.get(i).toString()).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void ownWords_ofAnOffer_areThoseThatItSaysItself(@TempDir Path folder) {
    try (SearchIndexes indexes = SearchIndexes.open(folder, SeedData.taxonomy())) {
      var all = SeedData.demo().stream().flatMap(each -> each.sheet().offers().stream()).toList();
      var offer = all.getFirst();
      String title = offer.content().wording().title().en();
      var found = indexes.withWords(List.of(title, "", "zzzzqqqq"), all);
      assertThat(found.get(title)).contains(offer);
      assertThat(found.get("")).hasSameSizeAs(all);
      assertThat(found.get("zzzzqqqq")).isEmpty();
      assertThat(indexes.withWords(List.of("x"), List.of()).get("x")).isEmpty();
    }
  }

  /** All hits of the directory, which is strict as long as it does not say otherwise. */
  private static Set<UUID> directory(SearchIndex index, StandingSearch search, Set<UUID> strict) {
    Set<UUID> all = new HashSet<>();
    boolean relaxed = false;
    SearchQuery query = SearchQuery.of(search.text()).with(search.filters()).with(Want.HITS);
    String cursor = null;
    do {
      SearchResult result = index.search(query.with(new Page(100, cursor)));
      relaxed |= result.wording().relaxed();
      result.hits().forEach(hit -> all.add(hit.id()));
      cursor = result.next();
    } while (cursor != null);
    if (relaxed) {
      // A sentence finds what has some of its words; what has all of them is among it.
      assertThat(all).as(search.toString()).containsAll(strict);
      return new HashSet<>(strict);
    }
    return all;
  }

  /** What people type, words of names and summaries, one in four with a slip, with filters. */
  private static List<StandingSearch> searches(List<Indexed> seed, Random random) {
    List<String> texts = new ArrayList<>(TYPED);
    for (int i = 0; i < 150; i++) {
      var profile = seed.get(random.nextInt(seed.size())).sheet().organisation().profile();
      String source =
          random.nextBoolean() || profile.summary().isEmpty()
              ? profile.name().all().findFirst().orElse("")
              : profile.summary().all().toList().getLast();
      int from = random.nextInt(Math.max(1, source.length() - 4));
      String text =
          source.substring(from, Math.min(source.length(), from + 3 + random.nextInt(18)));
      if (random.nextInt(4) == 0 && text.length() > 4) {
        int at = random.nextInt(text.length());
        text = text.substring(0, at) + text.substring(at + 1);
      }
      texts.add(text);
    }
    return texts.stream().map(text -> new StandingSearch(text, filters(random))).toList();
  }

  private static Filters filters(Random random) {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    if (random.nextInt(3) == 0) {
      chosen.put(Facet.FICTIONAL, Set.of(String.valueOf(random.nextBoolean())));
    }
    if (random.nextInt(3) == 0) {
      chosen.put(Facet.KIND, Set.of("startup", "no-such-kind"));
    }
    return new Filters(chosen);
  }
}
