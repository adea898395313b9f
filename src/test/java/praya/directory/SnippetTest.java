package praya.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import praya.directory.Snippet.Part;
import praya.domain.Language;
import praya.http.Address;
import praya.http.Frame;
import praya.testkit.Sample;

class SnippetTest {
  private final Frame frame = Sample.frame(Language.EN, Address.of("/"), "");

  @Test
  void of_markedWords_splitsThemFromTheRest() {
    assertThat(Snippet.of("needs", "a <mark>b</mark> c", frame))
        .isEqualTo(
            new Snippet(
                "Need",
                java.util.List.of(
                    new Part("a ", false), new Part("b", true), new Part(" c", false))));
  }

  @Test
  void of_escapedText_isPlainAgainOnce() {
    assertThat(Snippet.of("x", "&lt;b&gt; &amp;lt; &#39;&quot;", frame).parts())
        .containsExactly(new Part("<b> &lt; '\"", false));
  }

  @Test
  void of_markThatNeverEnds_isText() {
    assertThat(Snippet.of("x", "a <mark>b", frame).parts())
        .containsExactly(new Part("a <mark>b", false));
  }

  @Test
  void of_unknownField_isNamedByItself() {
    assertThat(Snippet.of("whatever", "a", frame).field()).isEqualTo("whatever");
  }
}
