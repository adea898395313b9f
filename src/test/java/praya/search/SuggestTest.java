package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Language;
import praya.search.Suggestion.MatchedField;
import praya.search.Suggestion.Type;

class SuggestTest {
  @TempDir static Path folder;
  private static TestIndex seed;

  @BeforeAll
  static void fill() {
    seed = TestIndex.of(folder, SeedData.taxonomy(), SeedData.real());
  }

  @AfterAll
  static void close() {
    seed.close();
  }

  private static List<Suggestion> suggest(String typed) {
    return seed.index.suggest(typed, 8, Language.EN);
  }

  private static List<String> codes(String typed) {
    return suggest(typed).stream().map(Suggestion::code).toList();
  }

  @Test
  void names_byAnyWord_inAnyScript() {
    assertThat(codes("sleek")).containsExactly("sleekflow");
    assertThat(codes("monetary")).contains("hkma");
    assertThat(codes("金管")).containsExactly("hkma");
    assertThat(codes("汇丰")).containsExactly("hsbc");
    assertThat(codes("大學")).contains("hku", "cuhk");
    assertThat(codes("ＳＬＥＥＫ")).containsExactly("sleekflow");
    assertThat(codes("hongkong mon")).containsExactly("hkma");
    assertThat(codes("hong kong mon")).containsExactly("hkma");
    assertThat(codes("socié")).contains("societe-generale");
  }

  @Test
  void namesThatBeginSo_comeBeforeLaterWords() {
    List<String> codes = codes("digital");
    assertThat(codes.subList(0, 2)).containsExactly("digital-domain", "digital-policy-office");
  }

  @Test
  void alias_isSaid() {
    assertThat(suggest("travis"))
        .containsExactly(
            new Suggestion(
                Type.ORGANISATION,
                "sleekflow",
                "SleekFlow",
                "Travis Group Limited",
                MatchedField.ALIAS));
  }

  @Test
  void label_isInTheReadersLanguage() {
    assertThat(seed.index.suggest("hsb", 1, Language.ZH_HANS).get(0).label()).isEqualTo("汇丰银行");
    assertThat(seed.index.suggest("檢索增", 1, Language.EN).get(0).label())
        .isEqualTo("Retrieval-augmented generation");
  }

  @Test
  void terms_byLabelOrSynonym() {
    assertThat(suggest("chatb"))
        .contains(
            new Suggestion(
                Type.CAPABILITY,
                "conversational-ai",
                "Conversational AI and chatbots",
                "Conversational AI and chatbots",
                MatchedField.TERM));
    assertThat(suggest("voiceb").get(0).matchedField()).isEqualTo(MatchedField.SYNONYM);
    assertThat(codes("univers")).contains("university", "hku");
  }

  @Test
  void manyNames_leaveAThirdToTerms() {
    List<Suggestion> both = suggest("a");
    assertThat(both).hasSize(8);
    assertThat(both.subList(0, 6)).allMatch(each -> each.type() == Type.ORGANISATION);
    assertThat(both.subList(6, 8)).noneMatch(each -> each.type() == Type.ORGANISATION);
  }

  @Test
  void oneWrongLetter_isForgiven_fromFourOn_ifNothingElseFits() {
    assertThat(codes("senstim")).contains("sensetime");
    assertThat(codes("slekf")).contains("sleekflow");
    assertThat(codes("cantnes")).contains("cantonese-speech");
    assertThat(codes("chat")).doesNotContain("chain-capital-research");
    assertThat(codes("hxb")).isEmpty();
  }

  @Test
  void nothingTyped_suggestsNothing() {
    for (String typed : List.of("", " ", "-", "🙂", "\ud800")) {
      assertThat(suggest(typed)).isEmpty();
    }
    assertThat(seed.index.suggest("a", 0, Language.EN)).isEmpty();
  }

  @Test
  void deletedOrganisation_isNotSuggested(@TempDir Path own) {
    try (TestIndex index =
        TestIndex.of(own, new SampleOrganisation("lamp"), new SampleOrganisation("lantern"))) {
      index.index.delete(SeedData.id("lamp"));
      index.index.refresh();
      assertThat(index.index.suggest("la", 5, Language.EN))
          .extracting(Suggestion::code)
          .contains("lantern")
          .doesNotContain("lamp");
    }
  }
}
