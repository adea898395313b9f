package praya.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
  private static String mark(String text, String... words) {
    Marker marker = new Marker();
    for (int i = 0; i < words.length; i++) {
      List<String> stems = Word.of(words[i]).stream().map(Word::stem).toList();
      marker.seek(stems, i, true);
    }
    return Snippet.of(text, marker.find(ScannedText.of(text)));
  }

  @Test
  void mark_standsOnTheTextAsGiven() {
    assertThat(mark("辦理簽證服務", "签证")).isEqualTo("辦理<mark>簽證</mark>服務");
    assertThat(mark("ＨＳＢＣ Ltd", "hsbc")).isEqualTo("<mark>ＨＳＢＣ</mark> Ltd");
    assertThat(mark("Société ﬁn", "societe", "fin"))
        .isEqualTo("<mark>Société</mark> <mark>ﬁn</mark>");
    assertThat(mark("Socie\u0301te\u0301!", "societe"))
        .isEqualTo("<mark>Socie\u0301te\u0301</mark>!");
    assertThat(mark("𠮷野家 & co", "吉野", "野家")).isEqualTo("𠮷<mark>野家</mark> &amp; co");
  }

  @Test
  void mark_findsOtherEndingsAndSpellings() {
    assertThat(mark("Insurers' chatbots", "insurer", "chatbot"))
        .isEqualTo("<mark>Insurers</mark>&#39; <mark>chatbots</mark>");
    assertThat(mark("a fin-tech firm", "fintech")).isEqualTo("a <mark>fin-tech</mark> firm");
    assertThat(mark("large language model", "large language models"))
        .isEqualTo("<mark>large language model</mark>");
  }

  @Test
  void longText_isCutAroundTheMarks() {
    String text =
        "Nothing here matters at all. ".repeat(20) + "Lantern festival. " + "More. ".repeat(60);
    String snippet = mark(text, "lantern");
    assertThat(snippet).startsWith("…").endsWith("…").contains("<mark>Lantern</mark> festival");
    assertThat(snippet.length()).isLessThan(240);
  }

  @Test
  void window_neverCutsACharacter() {
    String text = "𠮷".repeat(200) + "燈籠" + "𠮷".repeat(200);
    String snippet = mark(text, "燈籠");
    assertThat(snippet).contains("<mark>燈籠</mark>");
    assertThat(snippet.chars().filter(c -> Character.isHighSurrogate((char) c)).count())
        .isEqualTo(snippet.chars().filter(c -> Character.isLowSurrogate((char) c)).count());
  }
}
