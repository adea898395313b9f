package praya.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import praya.testkit.Sample;
import praya.testkit.SampleSite;

class ApiDocumentTest {
  private final ApiPage page = new SampleSite(new Sample()).api();

  @Test
  void page_hasTitleParagraphsAndTags() {
    assertThat(page.title()).isEqualTo("Praya API");
    assertThat(page.description()).hasSize(2);
    assertThat(page.groups()).hasSize(1);
    assertThat(page.groups().get(0).description()).containsExactly(Prose.parse("The directory."));
  }

  @Test
  void operation_followsReferencesOfParameters() {
    ApiPage.Operation list = page.groups().get(0).operations().get(0);
    assertThat(list.call()).isEqualTo(new ApiPage.Call("GET", "/api/v1/organisations", false));
    assertThat(list.parameters())
        .contains(
            new ApiPage.Parameter("limit", "query", "integer", true, Prose.parse("How many.")));
    assertThat(list.answers().get(0).example().text()).contains("\"total\" : 0");
  }

  @Test
  void operation_withSecurityAndBody_showsBoth() {
    ApiPage.Operation create = page.groups().get(0).operations().get(1);
    assertThat(create.call().secured()).isTrue();
    assertThat(create.request().text()).contains("abacus");
  }

  @Test
  void prose_withMarks_isSplitIntoRuns() {
    assertThat(Prose.parse("**Lists** answer `{items}`, 2 * 3 ** 4.").runs())
        .containsExactly(
            new Prose.Run("Lists", Prose.Kind.STRONG),
            new Prose.Run(" answer ", Prose.Kind.PLAIN),
            new Prose.Run("{items}", Prose.Kind.CODE),
            new Prose.Run(", 2 * 3 ** 4.", Prose.Kind.PLAIN));
    assertThat(Prose.paragraphs("")).isEmpty();
  }
}
