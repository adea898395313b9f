package praya.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import praya.domain.MailAddress;
import praya.mail.SmtpServer.Security;

class SmtpServerTest {
  private final List<String> faults = new ArrayList<>();

  private Optional<SmtpServer> parse(String url) {
    faults.clear();
    return SmtpServer.parse(url, faults::add);
  }

  @Test
  void address_isTakenApart() {
    SmtpServer server =
        parse(
                "smtp://pra%40ya:s3c%2Fret@mail.example:2525?starttls=required&from=praya%40Example.com")
            .orElseThrow();
    assertThat(server)
        .isEqualTo(
            new SmtpServer(
                "mail.example",
                2525,
                Security.STARTTLS,
                new SmtpServer.Login("pra@ya", "s3c/ret"),
                MailAddress.of("from", "praya@example.com")));
    assertThat(server.toString()).doesNotContain("s3c");
  }

  @Test
  void port_andSecurity_haveSafeDefaults() {
    assertThat(parse("smtp://mail.example?from=a@b.example").orElseThrow())
        .matches(s -> s.port() == 587 && s.security() == Security.STARTTLS && s.login() == null);
    assertThat(parse("smtps://mail.example/?from=a@b.example").orElseThrow())
        .matches(s -> s.port() == 465 && s.security() == Security.TLS);
    assertThat(parse("smtp://u:p@127.0.0.1:25?from=a@b.example&starttls=none").orElseThrow())
        .matches(s -> s.port() == 25 && s.security() == Security.NONE);
  }

  @Test
  void faults_areToldAllAtOnceAndNeverThePassword() {
    assertThat(parse("smtp://u:s3cret@mail.example?starttls=none&cc=x&from=nobody")).isEmpty();
    assertThat(faults)
        .hasSize(3)
        .anySatisfy(fault -> assertThat(fault).contains("in clear"))
        .anySatisfy(fault -> assertThat(fault).contains("(cc)"))
        .anySatisfy(fault -> assertThat(fault).contains("(nobody)"));
    for (String url :
        List.of(
            "",
            "mail.example",
            "http://u:s3cret@mail.example",
            "smtp://",
            "smtp:u:s3cret",
            "smtp://u:s3cret@mail.example",
            "smtp://u:s3 cret@mail.example?from=a@b.example",
            "smtp://u:s3cret@mail.example/box?from=a@b.example",
            "smtps://u:s3cret@mail.example?from=a@b.example&starttls=none",
            "smtp://u:s3cret@mail.example?from=a@b.example&starttls=maybe",
            "smtp://u:s3cret@mail.example?from=a@b.example%0d%0aBcc:x@y.example",
            "smtp://u:s3cret%zz@mail.example?from=a@b.example",
            "smtp://u:s3@cret@mail.example?from=a@b.example")) {
      assertThat(parse(url)).as(url).isEmpty();
      assertThat(faults).as(url).isNotEmpty().noneMatch(fault -> fault.contains("s3"));
    }
  }
}
