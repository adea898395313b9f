package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Visibility;

/** What the signs of the query language find. */
class StatementSearchTest {
  @TempDir static Path folder;
  private static TestIndex index;

  @BeforeAll
  static void fill() {
    index =
        TestIndex.of(
            folder,
            new SampleOrganisation("lion")
                .name("Lion Bank", "獅子銀行")
                .summary("A green bank of the harbour", "海港的綠色銀行")
                .sectors("fintech"),
            new SampleOrganisation("tiger")
                .name("Tiger Insurance", "老虎保險")
                .summary("The bank green with envy, a harbour insurer", "保險公司")
                .aliases("Lion's friend")
                .need(Visibility.PUBLIC, "Speech data of the harbour"),
            new SampleOrganisation("crab")
                .name("Crab Labs", "蟹實驗室")
                .summary("Software for ships", "船舶軟件")
                .offer(Visibility.PUBLIC, "Speech data"));
  }

  @AfterAll
  static void close() {
    index.close();
  }

  private static void finds(String query, String... slugs) {
    assertThat(index.slugs(query)).as(query).containsExactlyInAnyOrder(slugs);
  }

  @Test
  void phrase_findsWordsSideBySide() {
    finds("green bank", "lion", "tiger");
    finds("\"green bank\"", "lion");
    finds("\"bank green\"", "tiger");
    finds("「綠色銀行」", "lion");
    finds("\"绿色银行\"", "lion");
    finds("\"綠銀\"");
    finds("\"Lion\"", "lion", "tiger");
  }

  @Test
  void minus_takesAway() {
    finds("harbour -insurer", "lion");
    finds("-harbour", "crab");
    finds("harbour -\"green bank\"", "tiger");
    finds("-nonsense", "lion", "tiger", "crab");
    finds("harbour -need:speech", "lion");
  }

  @Test
  void or_findsEither() {
    finds("ships OR insurer", "tiger", "crab");
    finds("harbour ships OR insurer", "tiger");
    finds("\"green bank\" OR 船舶", "lion", "crab");
  }

  @Test
  void field_findsItThereOnly() {
    finds("lion", "lion", "tiger");
    finds("alias:lion", "tiger");
    finds("name:lion", "lion", "tiger");
    finds("summary:harbour", "lion", "tiger");
    finds("need:harbour", "tiger");
    finds("offer:speech", "crab");
    finds("需求：speech", "tiger");
    finds("sector:fintech", "lion");
    finds("sector:金融科技", "lion");
    finds("kind:startup", "lion", "tiger", "crab");
    finds("website:nowhere");
  }

  @Test
  void hits_haveTheirWordsMarked() {
    assertThat(index.search("\"green bank\"").hits().get(0).found().toString())
        .contains("<mark>green bank</mark>");
  }

  @Test
  void unreadable_isPlainWords() {
    finds("\"lion", "lion", "tiger");
    finds("-", "lion", "tiger", "crab");
    finds("lion OR", "lion", "tiger");
    for (String text :
        List.of(
            "\"\"\"\"", "::::", "name:", "-\"", "OR OR OR", "(((((", "a:b:c", "name:\"", "|||")) {
      assertThat(index.search(text).total()).as(text).isNotNegative();
    }
  }

  @Test
  void manyMisspeltWords_areSaidToBeTooMuch() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      text.append("zzqx").append((char) ('a' + i)).append("w ");
    }
    assertThat(index.search(text.toString()).wording().stopped()).isTrue();
    assertThat(index.search("lion").wording().stopped()).isFalse();
  }
}
