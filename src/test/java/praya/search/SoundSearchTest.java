package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Language;

/** Chinese names by how they sound, as people type them without a Chinese keyboard. */
class SoundSearchTest {
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
  void name_byItsSound_isFound() {
    for (String query :
        List.of(
            "shangtang",
            "shang tang",
            "shang1 tang1",
            "shāngtāng",
            "Shang1tang1",
            "soengtong",
            "soeng1 tong1",
            "seungtong",
            "seung1 tong1",
            "shangtangkeji")) {
      assertThat(seed.slugs(query)).as(query).startsWith("sensetime");
    }
    assertThat(seed.slugs("st")).contains("sensetime");
    assertThat(seed.slugs("shumagang")).startsWith("cyberport");
    assertThat(seed.slugs("sou maa gong")).startsWith("cyberport");
    assertThat(seed.slugs("huifeng")).startsWith("hsbc");
  }

  @Test
  void sound_isShownWhereTheNameIsSo() {
    SearchResult.Hit hit = seed.search("shang1 tang1").hits().get(0);
    assertThat(hit.found().toString()).contains("<mark>商湯</mark>");
  }

  @Test
  void word_thatIsWritten_winsOverWhatSoundsSo() {
    assertThat(seed.slugs("hsbc")).isEqualTo(List.of(seed.slugs("hsbc").toArray()));
    assertThat(seed.slugs("sensetime")).startsWith("sensetime");
    for (String real : List.of("data", "bank", "fintech", "pet")) {
      assertThat(seed.search(real).hits().get(0).found().toString())
          .as(real)
          .containsIgnoringCase("<mark>" + real);
    }
  }

  @Test
  void term_byItsSound_isFoundLikeByItsLabel() {
    long written = seed.search("聊天機械人").total();
    assertThat(seed.search("liaotianjixieren").total()).isPositive().isLessThanOrEqualTo(written);
    assertThat(seed.search("liu tin gei haai jan").total()).isPositive();
  }

  @Test
  void suggestion_byItsSound_saysWhichSound() {
    for (String typed : List.of("shangt", "shang1 tang", "seungtong", "soeng1t", "stkj")) {
      assertThat(seed.index.suggest(typed, 8, Language.EN))
          .as(typed)
          .anySatisfy(suggestion -> {
            assertThat(suggestion.code()).isEqualTo("sensetime");
            assertThat(suggestion.matched()).startsWith("商湯");
            assertThat(suggestion.sound()).isNotNull();
          });
    }
    assertThat(seed.index.suggest("sensetime", 8, Language.EN).get(0).sound()).isNull();
    assertThat(seed.index.suggest("qukuai", 8, Language.EN))
        .anySatisfy(s -> assertThat(s.code()).isEqualTo("blockchain"));
  }

  @Test
  void nonsense_findsNoSound() {
    for (String text :
        List.of("xqzw", "shang9999999999", "1234", "lv", "nv nv nv nv nv nv nv nv nv")) {
      assertThat(seed.search(text).total()).as(text).isNotNegative();
      assertThat(seed.index.suggest(text, 8, Language.EN)).as(text).isNotNull();
    }
  }
}
