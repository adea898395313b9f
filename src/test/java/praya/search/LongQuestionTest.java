package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongQuestionTest {
  private TestIndex index;

  @BeforeEach
  void fill(@TempDir Path folder) {
    index =
        TestIndex.of(
            folder,
            new SampleOrganisation("kites")
                .name("Paper Kite Works", null)
                .summary("Flies kites over the harbour to photograph roofs.", null),
            new SampleOrganisation("boats")
                .name("Harbour Boats", null)
                .summary("Hires out boats in the harbour.", null),
            new SampleOrganisation("very-long")
                .name("Institute of Applied Kite and Harbour Roof Science", null)
                .summary("Teaches.", null));
  }

  @AfterEach
  void close() {
    index.close();
  }

  @Test
  void sentence_thatNothingHasWhole_putsTheMostTellingFirst() {
    SearchResult result =
        index.search("who photographs damaged roofs of villages near the harbour");
    assertThat(result.wording().relaxed()).isTrue();
    assertThat(TestIndex.slugs(result)).startsWith("kites").contains("boats");
    assertThat(result.hits().get(0).found().get(0).snippet())
        .contains("<mark>photograph</mark> <mark>roofs</mark>");
  }

  @Test
  void name_howeverLong_findsItsBearer() {
    SearchResult result = index.search("Institute of Applied Kite and Harbour Roof Science");
    assertThat(result.wording().relaxed()).isFalse();
    assertThat(TestIndex.slugs(result)).isEqualTo(List.of("very-long"));
  }

  @Test
  void fillers_areNotAskedFor() {
    assertThat(index.slugs("which of them would give whatever unknowable zzzz qqqq xxxx"))
        .isEmpty();
  }

  @Test
  void page_ofText_isAskedForWhole() {
    String page = "unheard words ".repeat(100) + "photograph";
    assertThat(index.slugs(page)).containsExactly("kites");
    assertThat(index.search(page).wording().left()).isNull();
  }
}
