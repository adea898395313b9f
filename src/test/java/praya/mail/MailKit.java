package praya.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.ArrayList;
import java.util.List;
import praya.domain.Language;
import praya.domain.MailAddress;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** An outbox over a database of its own, and a real mail server for what leaves it. */
final class MailKit implements AutoCloseable {
  static final Backoff THREE_TIMES = new Backoff(Backoff.USUAL.first(), Backoff.USUAL.longest(), 3);

  final TestClock clock = new TestClock();
  final TestCore test = TestCore.empty(clock);
  final MailService mail = test.core().mail();
  private GreenMail server = start(0);

  static GreenMail start(int port) {
    var server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  /** Stops the mail server; the address stays. */
  int stop() {
    int port = server.getSmtp().getPort();
    server.stop();
    return port;
  }

  void startAgain(int port) {
    server = start(port);
  }

  GreenMail server() {
    return server;
  }

  String url() {
    return "smtp://127.0.0.1:"
        + server.getSmtp().getPort()
        + "?starttls=none&from=praya@example.com";
  }

  SmtpCarrier carrier() {
    return carrier(url());
  }

  static SmtpCarrier carrier(String url) {
    List<String> faults = new ArrayList<>();
    SmtpServer read = SmtpServer.parse(url, faults::add).orElse(null);
    assertThat(faults).isEmpty();
    return new SmtpCarrier(read);
  }

  void send() {
    send(carrier());
  }

  void send(Carrier carrier) {
    mail.sender(carrier, Backoff.USUAL).run();
  }

  static Letter letter(String key, Language language) {
    return new Letter(
        key,
        MailAddress.of("to", "chan.tai-man@harbour.example"),
        language,
        MailTemplate.CLAIM_REFUSED,
        List.of("Harbour & Co", "no proof"),
        "/claims/1");
  }

  boolean put(String key) {
    return mail.put(letter(key, Language.EN));
  }

  MimeMessage[] arrived() {
    return server.getReceivedMessages();
  }

  static String part(MimeMessage message, int index) throws Exception {
    BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(index);
    assertThat(part.getContentType())
        .startsWithIgnoringCase(
            index == 0 ? "text/plain; charset=utf-8" : "text/html; charset=utf-8");
    return (String) part.getContent();
  }

  String state() {
    return test.query(
            "select state || ' ' || attempts || coalesce(' ' || error, '') from outbox_mail")
        .getFirst();
  }

  @Override
  public void close() {
    server.stop();
    test.close();
  }
}
