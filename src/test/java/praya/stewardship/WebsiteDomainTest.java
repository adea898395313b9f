package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WebsiteDomainTest {
  @Test
  void hostAndRegistrableParent_count() {
    assertThat(accepted("https://www.example.com.hk/about"))
        .containsExactlyInAnyOrder("example.com.hk", "www.example.com.hk");
    assertThat(accepted("https://example.com:8443/")).containsExactly("example.com");
    assertThat(accepted("HTTPS://WWW.Example.COM."))
        .containsExactlyInAnyOrder("example.com", "www.example.com");
  }

  @Test
  void betweenAndBelow_doNotCount() {
    assertThat(accepted("https://lab.dept.uni.edu.hk"))
        .containsExactlyInAnyOrder("uni.edu.hk", "lab.dept.uni.edu.hk")
        .doesNotContain("dept.uni.edu.hk", "edu.hk", "hk");
    assertThat(accepted("https://uni.edu.hk")).doesNotContain("students.uni.edu.hk");
  }

  @Test
  void publicSuffix_letsNobodyIn() {
    assertThat(accepted("https://foo.github.io/site")).containsExactly("foo.github.io");
    assertThat(accepted("https://hihire.firebaseapp.com"))
        .containsExactly("hihire.firebaseapp.com");
    assertThat(accepted("https://github.io")).isEmpty();
    assertThat(accepted("https://com.hk")).isEmpty();
  }

  @Test
  void noDomain_letsNobodyIn() {
    for (String website :
        List.of(
            "https://localhost",
            "https://intranet/",
            "https://192.0.2.7/",
            "https://[2001:db8::1]/",
            "not a website",
            "https://")) {
      assertThat(accepted(website)).as(website).isEmpty();
    }
    assertThat(WebsiteDomain.accepted(null, List.of())).isEmpty();
  }

  @Test
  void reservedNames_areLikeDomains() {
    assertThat(accepted("https://www.red-kite.example"))
        .containsExactlyInAnyOrder("red-kite.example", "www.red-kite.example");
    assertThat(accepted("https://example")).isEmpty();
  }

  @Test
  void international_isInTheLettersOfDns() {
    assertThat(accepted("https://www.xn--fiq228c.com")).contains("xn--fiq228c.com");
  }

  @Test
  void domainOfTwoOrganisations_countsForNeither() {
    assertThat(accepted("https://www.aim.com", "https://aim.com/other")).isEmpty();
    assertThat(accepted("https://aim.com", "http://www.aim.com")).isEmpty();
    assertThat(accepted("https://lab.uni.edu.hk", "https://www.uni.edu.hk"))
        .as("who is at the university does not speak for the lab")
        .containsExactly("lab.uni.edu.hk");
    assertThat(accepted("https://www.uni.edu.hk", "https://lab.uni.edu.hk"))
        .as("nor is the lab the university")
        .isEmpty();
  }

  private static List<String> accepted(String website, String... others) {
    return WebsiteDomain.accepted(website, List.of(others));
  }
}
