package praya.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailAddressTest {

  @Test
  void address_isKeptInOneForm() {
    Map.of(
            " chan@Harbour.Example ", "chan@harbour.example",
            "Chan.Tai-Man+praya@sub.harbour.com.hk", "Chan.Tai-Man+praya@sub.harbour.com.hk",
            "a@公司.香港", "a@xn--55qx5d.xn--j6w193g",
            "a@xn--55qx5d.xn--j6w193g", "a@xn--55qx5d.xn--j6w193g",
            "o'neil_x@a-b.io", "o'neil_x@a-b.io",
            "x@faß.example", "x@xn--fa-hia.example")
        .forEach((written, kept) ->
            assertThat(MailAddress.find(written).map(MailAddress::text)).contains(kept));
    assertThat(MailAddress.find("a@B.example")).isEqualTo(MailAddress.find("a@b.example"));
  }

  @Test
  void address_thatIsNone_isRefused() {
    for (String written :
        List.of(
            "",
            "@",
            "a",
            "a@",
            "@b.example",
            "a@b",
            "a@localhost",
            "a b@c.example",
            "a@b c.example",
            "a@b.example\r\nBcc: x@y.example",
            "a\n@b.example",
            "a@b.example\u0000",
            "<a@b.example>",
            "A <a@b.example>",
            "a@b.example,c@d.example",
            "a@b.example;c@d.example",
            "\"a b\"@c.example",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a..b@c.example",
            ".a@c.example",
            "a.@c.example",
            "a@-b.example",
            "a@b-.example",
            "a@b..example",
            "a@.example",
            "a@b.1",
            "a@b@c.example",
            "陳@b.example",
            "a@b_c.example",
            "a@b.example.",
            "x".repeat(65) + "@b.example",
            "a@" + "b".repeat(64) + ".example",
            "a@" + "bcd.".repeat(70) + "example",
            "a@b.example?cc=x",
            "a%0ab@c.example",
            "a%b.example@c.example",
            "a!b@c.example")) {
      assertThat(MailAddress.find(written)).as(written).isEmpty();
    }
  }

  @Test
  void address_inAField_isAFaultOfTheCaller() {
    assertThatThrownBy(() -> MailAddress.of("mail", "nobody"))
        .isInstanceOfSatisfying(
            Problem.InvalidInput.class,
            problem -> assertThat(problem.faults().getFirst().field()).isEqualTo("mail"));
    assertThatThrownBy(() -> new MailAddress("a@B.example"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void address_isNotToldToALog() {
    assertThat(MailAddress.of("mail", "chan@harbour.example").toString()).doesNotContain("chan");
  }
}
