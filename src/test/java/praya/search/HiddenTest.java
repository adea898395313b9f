package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Language;
import praya.domain.Visibility;

/** What only staff may know of an organisation leaves no trace in the index. */
class HiddenTest {
  private static final Set<Suggestion.Type> OWNED =
      Set.of(Suggestion.Type.ORGANISATION, Suggestion.Type.NEED, Suggestion.Type.OFFER);

  @TempDir Path folder;
  private TestIndex test;

  @BeforeEach
  void fill() {
    test =
        TestIndex.of(
            folder,
            new SampleOrganisation("quiet")
                .offer(Visibility.MATCH_ONLY, "zebrafish submarine", "rag")
                .offer(Visibility.ANONYMOUS, "walrus telescope", "ocr")
                .need(Visibility.MATCH_ONLY, "giraffe elevator", "rag")
                .need(Visibility.ANONYMOUS, "penguin heating", "ocr"),
            new SampleOrganisation("open")
                .offer(Visibility.PUBLIC, "heron umbrella", "rag")
                .need(Visibility.PUBLIC, "otter escalator", "ocr"));
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void publicOnes_areFoundAndMarked() {
    SearchResult offer = test.search("heron");
    assertThat(TestIndex.slugs(offer)).containsExactly("open");
    assertThat(offer.hits().get(0).found())
        .containsExactly(new SearchResult.Found("offers", "<mark>heron</mark> umbrella"));
    assertThat(test.search("escalator").hits().get(0).found().get(0).field()).isEqualTo("needs");
  }

  @Test
  void hiddenOnes_areNeverFound() {
    for (String word :
        List.of("zebrafish", "submarine", "walrus", "giraffe", "penguin", "zebrafihs", "walrsu")) {
      SearchResult result = test.search(word);
      assertThat(result.total()).as(word).isZero();
      assertThat(result.alsoSearched()).as(word).isEmpty();
      assertThat(test.index.suggest(word.substring(0, 4), 5, Language.EN))
          .as(word)
          .noneMatch(each -> OWNED.contains(each.type()));
    }
  }

  @Test
  void publicOnes_areSuggestedWithTheirOwner() {
    assertThat(test.index.suggest("escal", 5, Language.EN))
        .containsExactly(
            new Suggestion(
                Suggestion.Type.NEED,
                "open-NEED-otter escalator",
                "otter escalator",
                "otter escalator",
                Suggestion.MatchedField.TITLE,
                "open",
                null));
    assertThat(test.index.suggest("heron", 5, Language.EN))
        .extracting(Suggestion::type)
        .containsExactly(Suggestion.Type.OFFER);
  }

  @Test
  void hiddenOnes_makeNobodyACandidate() {
    CandidateQuery query =
        new CandidateQuery(
            List.of("rag", "ocr"), List.of("rag", "ocr"), List.of(), SeedData.id("me"), false, 10);
    assertThat(test.index.candidates(query)).containsExactly(SeedData.id("open"));
  }

  @Test
  void hiddenOnes_areNotInTheIndexAtAll() {
    assertThat(test.index.describe().toString())
        .contains("heron")
        .doesNotContain("zebrafish", "walrus", "giraff", "penguin");
  }

  @Test
  void seedData_hiddenTitlesAreNowhere(@TempDir Path other) {
    try (TestIndex seed = TestIndex.of(other, SeedData.taxonomy(), SeedData.demo())) {
      for (Indexed indexed : SeedData.demo()) {
        var hidden =
            java.util.stream.Stream.concat(
                    indexed.sheet().needs().stream(), indexed.sheet().offers().stream())
                .filter(each -> each.content().visibility() != Visibility.PUBLIC)
                .toList();
        for (var each : hidden) {
          SearchResult result = seed.search(each.content().wording().title().en());
          for (var hit : result.hits()) {
            if (hit.slug().equals(indexed.sheet().organisation().slug())) {
              assertThat(hit.found().toString())
                  .doesNotContain(each.content().wording().title().en());
            }
          }
        }
      }
    }
  }
}
