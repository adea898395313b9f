package praya.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.http.Address;
import praya.http.Frame;
import praya.testkit.Sample;

class FacetGroupTest {
  private final FacetGroup.Naming kinds =
      new FacetGroup.Naming(new Taxonomy(List.of(kind("startup"), kind("bank"))), Vocabulary.KINDS);
  private final List<FacetGroup.Count> counts =
      List.of(new FacetGroup.Count("bank", 0), new FacetGroup.Count("startup", 7));

  @Test
  void of_nothingChosen_leavesOutValuesWithoutHits() {
    FacetGroup facet = FacetGroup.of("kind", kinds, counts, frame(""));
    assertThat(facet.options()).extracting(FacetGroup.Option::code).containsExactly("startup");
    assertThat(facet.options().get(0).href()).isEqualTo("/organisations?kind=startup");
  }

  @Test
  void of_oneChosen_keepsTheOrderAndValuesWithoutHits() {
    FacetGroup facet = FacetGroup.of("kind", kinds, counts, frame("kind=startup&q=x&cursor=abc"));
    assertThat(facet.options())
        .extracting(FacetGroup.Option::code)
        .containsExactly("startup", "bank");
    assertThat(facet.options().get(0).selected()).isTrue();
    assertThat(facet.options().get(0).href()).isEqualTo("/organisations?q=x");
    assertThat(facet.options().get(1).href()).isNull();
    assertThat(facet.selected()).isEqualTo(1);
  }

  @Test
  void of_trueAndFalse_areSaidInWords() {
    FacetGroup.Naming naming = new FacetGroup.Naming(Taxonomy.EMPTY, null);
    FacetGroup facet =
        FacetGroup.of("fictional", naming, List.of(new FacetGroup.Count("true", 2)), frame(""));
    assertThat(facet.options().get(0).label().text()).isEqualTo("Fictional");
  }

  @Test
  void chips_unknownValue_isShownAndCanBeRemoved() {
    List<Chip> chips = Chip.list(frame("kind=bogus&kind=bank"), java.util.Map.of("kind", kinds));
    assertThat(chips).hasSize(2);
    assertThat(chips.get(0).known()).isFalse();
    assertThat(chips.get(0).href()).isEqualTo("/organisations?kind=bank");
    assertThat(chips.get(1).label().text()).isEqualTo("Bank");
  }

  private static Frame frame(String query) {
    return Sample.frame(Language.EN, Address.parse("/organisations", query), "");
  }

  private static Term kind(String code) {
    String label = code.substring(0, 1).toUpperCase() + code.substring(1);
    return new Term(
        Vocabulary.KINDS, code, null, LocalText.of(label, null), List.of(), LocalText.NONE);
  }
}
