package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Visibility;

class CandidatesTest {
  private static final UUID ME = SeedData.id("me");
  @TempDir Path folder;

  private static CandidateQuery query(
      List<String> wanted, List<String> offered, List<String> sectors) {
    return new CandidateQuery(wanted, offered, sectors, ME, false, 10);
  }

  @Test
  void candidates_inOrderOfWhatTheyHave() {
    try (TestIndex test =
        TestIndex.of(
            folder,
            new SampleOrganisation("me").capabilities("rag").sectors("fintech"),
            new SampleOrganisation("e-only-sector").sectors("fintech"),
            new SampleOrganisation("d-capable").capabilities("rag"),
            new SampleOrganisation("c-needs").need(Visibility.PUBLIC, "x", "ocr"),
            new SampleOrganisation("b-offers").offer(Visibility.PUBLIC, "x", "rag"),
            new SampleOrganisation("a-all")
                .capabilities("rag")
                .sectors("fintech")
                .need(Visibility.PUBLIC, "x", "ocr")
                .offer(Visibility.PUBLIC, "x", "rag"),
            new SampleOrganisation("f-nothing"),
            new SampleOrganisation("g-other-world").capabilities("rag").fictional())) {
      List<UUID> found =
          test.index.candidates(query(List.of("rag"), List.of("ocr"), List.of("fintech")));
      assertThat(found)
          .containsExactly(
              SeedData.id("a-all"),
              SeedData.id("b-offers"),
              SeedData.id("c-needs"),
              SeedData.id("d-capable"),
              SeedData.id("e-only-sector"));
    }
  }

  @Test
  void wantedGroup_standsForItsChildren_nothingWanted_findsNobody() {
    try (TestIndex test =
        TestIndex.of(folder, new SampleOrganisation("child").capabilities("rag"))) {
      assertThat(test.index.candidates(query(List.of("foundation-models"), List.of(), List.of())))
          .containsExactly(SeedData.id("child"));
      assertThat(test.index.candidates(query(List.of(), List.of(), List.of()))).isEmpty();
      assertThat(test.index.candidates(query(List.of("no-such"), List.of(), List.of()))).isEmpty();
    }
  }

  @Test
  void order_isTheSame_whateverTheSegments(@TempDir Path other) {
    List<Indexed> all = new ArrayList<>(SeedData.real());
    try (TestIndex one = TestIndex.of(folder, SeedData.taxonomy(), all);
        SearchIndex many = SearchIndex.open(other, SeedData.taxonomy())) {
      Collections.shuffle(all, new Random(9));
      for (int i = 0; i < all.size(); i += 30) {
        many.put(all.subList(i, Math.min(all.size(), i + 30)));
        many.put(all.subList(0, 5));
        many.refresh();
      }
      many.ready(true);
      CandidateQuery query =
          new CandidateQuery(
              List.of("machine-learning", "computer-vision"),
              List.of("rag"),
              List.of("fintech", "healthtech"),
              ME,
              false,
              300);
      assertThat(many.candidates(query))
          .hasSizeGreaterThan(100)
          .isEqualTo(one.index.candidates(query));
    }
  }
}
