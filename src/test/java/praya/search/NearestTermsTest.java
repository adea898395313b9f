package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.search.text.Glossary;

/** What looks like a term leads to it, in every script; what looks like nothing leads nowhere. */
class NearestTermsTest {
  private final NearestTerms terms = new NearestTerms(new Glossary(SeedData.taxonomy()));

  @Test
  void text_withSeveralWrongLetters_findsTheTerm() {
    assertThat(codes("legul teknology")).contains("legaltech");
    assertThat(codes("computr vishun")).contains("computer-vision");
    assertThat(codes("檢索增張生成")).first().isEqualTo("rag");
    assertThat(codes("检索增张生成")).first().isEqualTo("rag");
  }

  @Test
  void text_likeNothing_findsNothing() {
    assertThat(codes("")).isEmpty();
    assertThat(codes("zzzz qqqq")).isEmpty();
    assertThat(codes("x")).isEmpty();
    assertThat(codes("\u0000\uD800 ".repeat(5000))).isEmpty();
  }

  private List<String> codes(String text) {
    return terms.find(text, 6, Language.EN).stream().map(Suggestion::code).toList();
  }
}
