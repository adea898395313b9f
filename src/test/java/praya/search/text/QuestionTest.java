package praya.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import praya.search.SeedData;

class QuestionTest {
  private static final Glossary GLOSSARY = new Glossary(SeedData.taxonomy());

  /** Parts joined by bars; light ones in brackets, terms of the taxonomy with a star. */
  private static String parts(String text) {
    List<String> parts =
        Question.read(text, GLOSSARY).parts().stream()
            .map(part -> part.light() ? "(" + part.joined() + ")" : part.joined())
            .toList();
    return String.join("|", parts);
  }

  private static List<String> terms(String text) {
    return Question.read(text, GLOSSARY).parts().stream()
        .flatMap(part -> part.terms().stream())
        .map(entry -> entry.term().code())
        .toList();
  }

  @Test
  void english_isCutIntoWordsAndChains() {
    assertThat(parts("The Lion's fin-tech R&D, O'Neil")).isEqualTo("(the)|lion|fintech|rd|oneil");
    assertThat(parts("company in Hong Kong")).isEqualTo("(company)|(in)|hong|kong");
  }

  @Test
  void chinese_isCutByTheTaxonomyAndThenByTheDictionary() {
    assertThat(parts("香港人工智能初創公司")).isEqualTo("香港|人工智能|初创|(公司)");
    assertThat(parts("我們想找一家做合約分析的公司")).isEqualTo("(我们)|(想)|(找)|(一家)|(做)|合约分析|(的)|(公司)");
    assertThat(parts("數碼港")).isEqualTo("数码港");
    assertThat(parts("AI代理平台")).isEqualTo("ai代理|平台");
  }

  @Test
  void longestPhraseOfTheTaxonomy_wins() {
    assertThat(terms("large language models")).containsExactly("large-language-models");
    assertThat(terms("大語言模型")).containsExactly("large-language-models");
    assertThat(terms("fin tech")).containsExactly("fintech");
    assertThat(terms("text to speech")).containsExactly("speech-synthesis");
    assertThat(terms("bank")).isEmpty();
  }

  @Test
  void required_leavesOutLightParts_unlessThereIsNothingElse() {
    assertThat(Question.read("the hsbc limited", GLOSSARY).required()).hasSize(1);
    assertThat(Question.read("the limited", GLOSSARY).required()).hasSize(2);
  }
}
