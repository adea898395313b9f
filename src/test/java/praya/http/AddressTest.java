package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AddressTest {
  private final Address directory = Address.of("/organisations");

  @Test
  void href_withoutParameters_isThePath() {
    assertThat(directory.href()).isEqualTo("/organisations");
  }

  @Test
  void parse_repeatedParameters_keepsThemAllInOrder() {
    Address address = Address.parse("/o", "sector=health&q=a+b&sector=fintech");
    assertThat(address.values("sector")).containsExactly("health", "fintech");
    assertThat(address.value("q")).contains("a b");
    assertThat(address.href()).isEqualTo("/o?sector=health&q=a%20b&sector=fintech");
  }

  @Test
  void parse_brokenOrEmptyQuery_isReadAsFarAsItGoes() {
    assertThat(Address.parse("/o", null).parameters()).isEmpty();
    assertThat(Address.parse("/o", "&&=x&q").href()).isEqualTo("/o?q=");
    assertThat(Address.parse("/o", "q=100%").value("q")).contains("100%");
  }

  @Test
  void toggle_twice_leadsBack() {
    Address chosen = directory.toggle("kind", "startup");
    assertThat(chosen.has("kind", "startup")).isTrue();
    assertThat(chosen.toggle("kind", "startup")).isEqualTo(directory);
  }

  @Test
  void with_replacesEveryValueOfTheName() {
    Address address = directory.and("sort", "name").and("sort", "newest");
    assertThat(address.with("sort", "confirmed").values("sort")).containsExactly("confirmed");
  }

  @Test
  void with_defaultValue_leavesTheParameterOut() {
    Address address = directory.and("sort", "name").and("q", "x");
    assertThat(address.with("sort", "relevance", "relevance").href())
        .isEqualTo("/organisations?q=x");
    assertThat(address.with("sort", "newest", "relevance").has("sort", "newest")).isTrue();
  }

  @Test
  void without_oneValue_keepsTheOthers() {
    Address address = directory.and("kind", "startup").and("kind", "university");
    assertThat(address.without("kind", "startup").values("kind")).containsExactly("university");
    assertThat(address.without("kind")).isEqualTo(directory);
  }

  @Test
  void href_hostileText_isEncoded() {
    String href = directory.and("q", "\"><script>&a=1#海").href();
    assertThat(href)
        .isEqualTo("/organisations?q=%22%3E%3Cscript%3E%26a%3D1%23%E6%B5%B7")
        .doesNotContain("<", "\"");
  }

  @Test
  void parse_ofHref_givesTheSameAddress() {
    Random random = new Random(7);
    List<String> pieces = List.of("a", "海", "&", "=", "%", "+", " ", "<", "\"", "?", "#", "é");
    for (int round = 0; round < 500; round++) {
      Address address = directory;
      for (int i = random.nextInt(5); i > 0; i--) {
        String name = "n" + random.nextInt(3);
        StringBuilder value = new StringBuilder();
        for (int j = random.nextInt(6); j > 0; j--) {
          value.append(pieces.get(random.nextInt(pieces.size())));
        }
        address = address.and(name, value.toString());
      }
      String href = address.href();
      int mark = href.indexOf('?');
      String query = mark < 0 ? null : href.substring(mark + 1);
      assertThat(Address.parse("/organisations", query)).isEqualTo(address);
    }
  }
}
