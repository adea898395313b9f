package praya.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import praya.demand.PersonalText.Rule;
import praya.domain.Vocabulary;
import praya.search.SeedData;

/** Which texts look like a person's data, and which are only what people look for. */
class PersonalTextTest {
  @Test
  void mailAddresses_areKeptOut() {
    keptOut(Rule.MAIL, "chan@harbour.example", "write to CHAN＠harbour.example now", "@chantaiman");
  }

  @Test
  void identityCards_areKeptOut_byTheirCheckDigit() {
    keptOut(Rule.IDENTITY_CARD, "A123456(3)", "a1234563", "Ａ１２３４５６（３）", "AB987654(3)");
    keptOut(Rule.DOCUMENT, "A123456(4)", "HKID Z683365(9)");
  }

  @Test
  void otherDocuments_areKeptOut() {
    keptOut(Rule.DOCUMENT, "K12345678", "passport E 1234567", "HJ20945871");
  }

  @Test
  void digits_areKeptOut_howeverTheyAreGrouped() {
    keptOut(
        Rule.DIGITS,
        "9123 4567",
        "+852 9123-4567",
        "call 91234567",
        "４１１１ １１１１ １１１１ １１１１",
        "4111-1111-1111-1111",
        "110101199003078888",
        "(852)2345.6789");
  }

  @Test
  void webAddresses_andSecrets_areKeptOut() {
    keptOut(
        Rule.WEB_ADDRESS,
        "https://praya.example/sign-in?token=abc",
        "www.example.com",
        "example.com/reset/x",
        "?token=abc");
    keptOut(Rule.SECRET, "praya_a8f3kd92kf03kd92kf03", "a1b2c3d4e5f6a7b8c9d0e1f2");
  }

  @Test
  void people_areKeptOut_byTitlesAndNames() {
    keptOut(Rule.TITLE, "Mr Chan", "Dr. Wong robotics", "Prof Lee", "陳先生", "黃小姐電話", "李教授");
    keptOut(Rule.NAME, "陳大文", "Chan Tai Man", "Tai Man Chan", "wong siu ming", "Zhang Wei");
  }

  @Test
  void pastedTexts_areKeptOut() {
    keptOut(Rule.LONG, "word ".repeat(21));
  }

  @Test
  void questions_areKept() {
    for (String text :
        List.of(
            "fraud detection",
            "粵語語音識別",
            "簽證",
            "gpt-4 fine tuning",
            "b2b saas",
            "大學教授",
            "kwun tong",
            "馬鞍山",
            "coworking in wan chai",
            "律師事務所",
            "iso 27001",
            "5g",
            "machine learning for banks",
            "hong kong",
            "黃金交易",
            "林業",
            "3d printing",
            "legal tech",
            "c++",
            "large language model",
            "text to speech",
            "cantonese",
            "金融科技",
            "高性能計算",
            "law",
            "robotics")) {
      assertThat(PersonalText.find(PersonalText.folded(text))).as(text).isEmpty();
    }
  }

  @Test
  void termsOfTheTaxonomy_areKept() {
    var wrong =
        SeedData.taxonomy().terms().stream()
            .filter(term ->
                List.of(Vocabulary.CAPABILITIES, Vocabulary.SECTORS, Vocabulary.LAYERS)
                    .contains(term.vocabulary()))
            .flatMap(term ->
                java.util.stream.Stream.concat(term.label().all(), term.synonyms().stream()))
            .filter(text -> PersonalText.find(PersonalText.folded(text)).isPresent())
            .toList();
    assertThat(wrong).isEmpty();
  }

  @Test
  void texts_areFolded_inTheirOwnScript() {
    assertThat(PersonalText.folded("  ＦＩＮtech \u3000\u200b 簽證 ")).isEqualTo("fintech 簽證");
  }

  private static void keptOut(Rule rule, String... texts) {
    for (String text : texts) {
      assertThat(PersonalText.find(PersonalText.folded(text))).as(text).contains(rule);
    }
  }
}
