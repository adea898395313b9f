package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Language;

/** Any text is searched as plain words, never an exception, never markup. */
class HostileInputTest {
  @TempDir static Path folder;
  private static TestIndex seed;

  @BeforeAll
  static void fill() {
    seed = TestIndex.of(folder, SeedData.taxonomy(), SeedData.all());
  }

  @AfterAll
  static void close() {
    seed.close();
  }

  @Test
  void foreignSyntax_isNoSyntax() {
    for (String text :
        List.of(
            "*",
            "?",
            "*:*",
            "name:hsbc",
            "\"hsbc",
            "(hsbc",
            "hsbc AND",
            "NOT hsbc",
            "hs?c",
            "/[a-z]+/",
            "hsbc~2",
            "hsbc^1000",
            "[a TO z]",
            "\\",
            "a\\",
            "&&",
            "||",
            "+hsbc -bank",
            "#kinds/startup",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "\u0000",
            "\ufeffhsbc",
            "\u202ehsbc",
            "%00",
            "a".repeat(10_000),
            "龍".repeat(10_000),
            "a ".repeat(5_000),
            "é".repeat(300),
            "\ud83d",
            "\ude00",
            "hs\ud800bc",
            "ﷺ".repeat(50),
            "ﬃ ㍿ ㏂",
            "İstanbul",
            "e\u0301".repeat(200),
            "-".repeat(300),
            "a-".repeat(100),
            "a'b'c's's's",
            "1.2.3.4.5.6.7")) {
      search(text);
    }
    assertThat(seed.slugs("+hsbc -penguin")).contains("hsbc");
    assertThat(seed.slugs("+hsbc -bank")).doesNotContain("hsbc");
    assertThat(seed.slugs("\ufeffhsbc")).containsExactly("hsbc");
  }

  @Test
  void randomText_neverBreaks() {
    Random random = new Random(42);
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int k = 0; k < length; k++) {
        switch (random.nextInt(5)) {
          case 0 -> text.append((char) random.nextInt(0x10000));
          case 1 -> text.appendCodePoint(random.nextInt(0x110000));
          case 2 -> text.append((char) (0x4E00 + random.nextInt(0x5000)));
          case 3 -> text.append(" \t-'&./\"<>:|".charAt(random.nextInt(12)));
          default -> text.append((char) ('a' + random.nextInt(26)));
        }
      }
      search(text.toString());
    }
  }

  private static void search(String text) {
    SearchResult result = seed.search(text);
    for (var hit : result.hits()) {
      for (var found : hit.found()) {
        String bare = found.snippet().replace("<mark>", "").replace("</mark>", "");
        assertThat(bare)
            .doesNotContain("<", ">", "\"")
            .doesNotMatch("(?s).*&(?!(amp|lt|gt|quot|#39);).*");
        assertThat(found.snippet()).contains("<mark>");
      }
    }
    seed.index.suggest(text, 8, Language.ZH_HANT);
  }

  @Test
  void longText_isCut_andTheRestIsTold() {
    String text = "fintech " + "x".repeat(20_000);
    SearchResult result = seed.search(text);
    assertThat(result.total()).isPositive();
    assertThat(result.wording().left()).hasSize(text.length() - LongQuestion.MAX_CHARS);
    assertThat(seed.search("fintech " + "x".repeat(300)).wording().left()).isNull();
    assertThat(seed.search("fintech").wording().left()).isNull();
    assertThat(seed.search("龍".repeat(80)).wording().left()).hasSize(16);
  }

  @Test
  void markupInRecords_isEscaped(@TempDir Path own) {
    try (TestIndex index =
        TestIndex.of(
            own,
            new SampleOrganisation("evil")
                .name("<b>Lantern</b> & \"Sons'", null)
                .summary("<script>lantern</script>".repeat(40), null))) {
      List<SearchResult.Found> found = index.search("lantern").hits().get(0).found();
      assertThat(found.get(0).snippet())
          .isEqualTo("&lt;b&gt;<mark>Lantern</mark>&lt;/b&gt; &amp; &quot;Sons&#39;");
      assertThat(found.get(1).snippet()).doesNotContain("<script").endsWith("…");
    }
  }
}
