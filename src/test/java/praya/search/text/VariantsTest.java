package praya.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VariantsTest {
  private static List<String> of(String text) {
    return Variants.of(Word.of(text)).stream()
        .map(words -> words.stream().map(Word::folded).collect(Collectors.joining()))
        .toList();
  }

  @Test
  void phrase_ofTaiwanOrHongKong_isAlsoWhatTheMainlandSays() {
    for (String pair :
        List.of(
            "軟體/软件",
            "介面/界面",
            "資料/数据",
            "程式/程序",
            "網路/网络",
            "伺服器/服务器",
            "演算法/算法",
            "宣告/声明",
            "人工智慧/人工智能",
            "硬碟/硬盘",
            "滑鼠/鼠标",
            "搜尋/搜索",
            "數碼/数字",
            "機械人/机器人",
            "電腦/计算机")) {
      String[] both = pair.split("/");
      assertThat(of(both[0])).as(pair).contains(both[1]);
      assertThat(of(both[1])).as(pair).contains(Folding.of(both[0]));
    }
  }

  /** Input and answer are from the test cases of OpenCC itself. */
  @Test
  void sentence_ofOpenccsOwnTests_isWidenedToItsAnswer() {
    assertThat(of("用滑鼠點選正規表示式")).contains("用鼠标点击正则表达式");
    assertThat(of("寫一個解算器程式")).contains("写一个解算器程序");
  }

  @Test
  void word_thatOnlyLooksLikeOne_staysWhole() {
    assertThat(of("方程式")).isEmpty();
    assertThat(of("軟 體")).isEmpty();
    assertThat(of("software")).isEmpty();
    assertThat(of("")).isEmpty();
  }

  @Test
  void manyPhrases_giveAFewReadings() {
    assertThat(of("軟體介面資料程式網路伺服器演算法".repeat(20))).hasSizeBetween(1, 4);
  }

  @Test
  void otherWords_standWhereTheGivenOnesDo() {
    List<Word> other = Variants.of(Word.of("的伺服器")).get(0);
    assertThat(other.get(1).start()).isEqualTo(1);
    assertThat(other.getLast().end()).isEqualTo(4);
  }
}
