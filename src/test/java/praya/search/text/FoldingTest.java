package praya.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void fold_bringsFormsTogether() {
    assertThat(Folding.of("ＨＳＢＣ Ltd")).isEqualTo("hsbc ltd");
    assertThat(Folding.of("Société Générale")).isEqualTo("societe generale");
    assertThat(Folding.of("Socie\u0301te\u0301")).isEqualTo("societe");
    assertThat(Folding.of("簽證 機械人 軟件")).isEqualTo("签证 机械人 软件");
    assertThat(Folding.of("滙豐 綫 峯 衞")).isEqualTo("汇丰 线 峰 卫");
    assertThat(Folding.of("ﬁn ㎏ Straße")).isEqualTo("fin kg strasse");
    assertThat(Folding.of("a\u200bb\ufeff")).isEqualTo("ab");
  }

  @Test
  void hanCharacters_foldToOneCharacterEach() {
    Folding folding = new Folding();
    for (int c = 0x4E00; c <= 0x9FFF; c++) {
      folding.fold(Character.toString(c));
      String folded = new String(folding.chars(), 0, folding.length());
      assertThat(folded.codePointCount(0, folded.length())).isEqualTo(1);
    }
  }

  @Test
  void folding_twice_changesNothing() {
    for (int c = 0; c < 0x30000; c++) {
      if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
        String once = Folding.of(Character.toString(c));
        assertThat(Folding.of(once)).as(Integer.toHexString(c)).isEqualTo(once);
      }
    }
  }

  @Test
  void words_standWhereTheyCameFrom() {
    Random random = new Random(11);
    String letters = "aBcÉﬁ㎏簽证𠮷 -'\u0301\u200bＸ9.&";
    int[] points = letters.codePoints().toArray();
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      int last = 0;
      for (Word word : Word.of(text.toString())) {
        assertThat(word.start()).isGreaterThanOrEqualTo(last).isLessThan(word.end());
        assertThat(word.end()).isLessThanOrEqualTo(text.length());
        List<Word> again = Word.of(text.substring(word.start(), word.end()));
        assertThat(again).as("%s in %s", word, text).hasSizeGreaterThanOrEqualTo(1);
        assertThat(again.get(0).folded()).startsWith(word.folded());
        last = word.start();
      }
    }
  }
}
