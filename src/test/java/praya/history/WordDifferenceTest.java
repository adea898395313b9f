package praya.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDifferenceTest {
  @Test
  void words_areMarkedWhole() {
    var found = WordDifference.of("We build speech models.", "We train speech models!");
    assertThat(shown(found.before())).isEqualTo("We [build] speech models[.]");
    assertThat(shown(found.after())).isEqualTo("We [train] speech models[!]");
  }

  @Test
  void chinese_isMarkedByCharacter() {
    var found = WordDifference.of("我們提供語音識別服務", "我們提供語音合成服務");
    assertThat(shown(found.before())).isEqualTo("我們提供語音[識別]服務");
    assertThat(shown(found.after())).isEqualTo("我們提供語音[合成]服務");
  }

  @Test
  void chineseAndLatin_standTogether() {
    assertThat(WordDifference.words("GPU算力50張")).containsExactly("GPU", "算", "力", "50", "張");
    assertThat(WordDifference.words("𠮷野家")).containsExactly("𠮷", "野", "家");
  }

  @Test
  void fromNothing_isAllNew() {
    var found = WordDifference.of("", "new text");
    assertThat(found.before()).isEmpty();
    assertThat(shown(found.after())).isEqualTo("[new text]");
  }

  @Test
  void items_areMarkedWhole() {
    var found = WordDifference.ofItems(List.of("Fintech", "Health care"), List.of("Health care"));
    assertThat(shown(found.before())).isEqualTo("[Fintech]\nHealth care");
    assertThat(shown(found.after())).isEqualTo("Health care");
  }

  /** Laws: both sides come back whole, and what is not marked is the same on both. */
  @Test
  void anyTwoTexts_comeBackWhole() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String one = text(random);
      String other = text(random);
      var found = WordDifference.of(one, other);
      assertThat(whole(found.before())).isEqualTo(one);
      assertThat(whole(found.after())).isEqualTo(other);
      assertThat(kept(found.before())).isEqualTo(kept(found.after()));
    }
  }

  private static String text(Random random) {
    var words = List.of("算", "力", "GPU", " ", "data", "。", "\n", "𠮷", "x1", "-");
    return random
        .ints(random.nextInt(12), 0, words.size())
        .mapToObj(words::get)
        .collect(Collectors.joining());
  }

  private static String shown(List<WordDifference.Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.changed() ? "[" + piece.text() + "]" : piece.text())
        .collect(Collectors.joining())
        .replace("\n]", "]\n");
  }

  private static String whole(List<WordDifference.Piece> pieces) {
    return pieces.stream().map(WordDifference.Piece::text).collect(Collectors.joining());
  }

  private static String kept(List<WordDifference.Piece> pieces) {
    return pieces.stream()
        .filter(piece -> !piece.changed())
        .map(WordDifference.Piece::text)
        .collect(Collectors.joining());
  }
}
