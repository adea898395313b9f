package praya.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.domain.MailAddress;
import praya.identity.SecretScan;

/** Letters on their way to a real mail server, with everything that may happen to them. */
class MailSenderTest {
  private final MailKit kit = new MailKit();

  @AfterEach
  void close() {
    kit.close();
  }

  @Test
  void letter_inEveryLanguage_arrivesAsPlainTextAndHtml() throws Exception {
    for (Language language : Language.values()) {
      kit.mail.put(
          MailKit.letter("claim/" + language.tag().toLowerCase(java.util.Locale.ROOT), language));
    }
    kit.send();
    assertThat(kit.arrived()).hasSize(3);
    assertThat(Arrays.stream(kit.arrived()).map(MailSenderTest::subject))
        .containsExactlyInAnyOrder(
            "Your claim for Harbour & Co was not accepted",
            "你認領Harbour & Co的申請未獲接納",
            "您认领Harbour & Co的申请未通过");
    for (MimeMessage message : kit.arrived()) {
      String tag = message.getContentLanguage()[0];
      assertThat(message.getContentType()).startsWith("multipart/alternative");
      assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
      String link = "http://127.0.0.1/claims/1";
      assertThat(MailKit.part(message, 0).replace("\r\n", "\n"))
          .contains("no proof", "\n\n" + link + "\n\n");
      assertThat(MailKit.part(message, 1))
          .contains("<html lang=\"" + tag + "\">", "Harbour &amp; Co", "href=\"" + link + "\"")
          .doesNotContain("<img", "<script", "src=", "url(");
      assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      assertThat(message.getFrom()[0].toString()).isEqualTo("Praya <praya@example.com>");
      assertThat(message.getAllRecipients()).hasSize(1);
      assertThat(message.getSentDate()).isEqualTo(java.util.Date.from(kit.clock.instant()));
    }
  }

  @Test
  void letter_sent_isMarkedAndItsTextIsGone() {
    kit.put("one");
    kit.send();
    assertThat(kit.state()).isEqualTo("sent 1");
    assertThat(kit.test.query("select coalesce(octet_length(body), -1) from outbox_mail"))
        .containsExactly("-1");
    kit.clock.move(Duration.ofDays(1));
    kit.send();
    assertThat(kit.arrived()).hasSize(1);
  }

  @Test
  void letter_ofTheSameKey_isOneLetter() {
    assertThat(kit.put("same")).isTrue();
    assertThat(kit.put("same")).isFalse();
    kit.send();
    assertThat(kit.put("same")).isFalse();
    kit.send();
    assertThat(kit.arrived()).hasSize(1);
  }

  @Test
  void letter_ofATransactionThatFails_isNone() {
    assertThatThrownBy(() ->
            kit.test
                .core()
                .database()
                .inTransaction(() -> {
                  kit.put("never");
                  throw new IllegalStateException("the write that it tells of");
                }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(kit.test.count("outbox_mail")).isZero();
  }

  @Test
  void server_downThenUp_sendsLaterAndNotTooOften() {
    kit.put("one");
    kit.put("two");
    int port = kit.stop();
    Carrier carrier =
        MailKit.carrier("smtp://127.0.0.1:" + port + "?starttls=none&from=a@example.com");
    kit.send(carrier);
    assertThat(kit.test.query("select sum(attempts) from outbox_mail")).containsExactly("1");
    kit.send(carrier);
    kit.send(carrier);
    assertThat(kit.test.query("select distinct state || attempts || error from outbox_mail"))
        .containsExactly("queued1unreachable");
    kit.startAgain(port);
    kit.send(carrier);
    assertThat(kit.arrived()).as("the wait is not over").isEmpty();
    kit.clock.move(Duration.ofSeconds(30));
    kit.send(carrier);
    assertThat(kit.arrived()).hasSize(2);
  }

  @Test
  void refusal_forGood_isDeadAtOnceUntilStaffTryAgain() {
    kit.put("one");
    for (String[] said :
        new String[][] {{"RCPT", "550 no such user"}, {"MAIL", "553 not you"}, {".", "554 spam"}}) {
      try (var refusing = ScriptedServer.answering(said[0], said[1])) {
        kit.send(MailKit.carrier(refusing.url()));
      }
      assertThat(kit.state()).isEqualTo("dead 1 refused " + said[1].substring(0, 3));
      kit.clock.move(Duration.ofDays(1));
      kit.send();
      assertThat(kit.arrived()).isEmpty();
      String id = kit.test.query("select id from outbox_mail").getFirst();
      kit.mail.sendAgain(id, praya.testkit.TestCore.TESTER);
    }
    assertThat(
            kit.test.query(
                "select distinct actor || ' ' || action from audit where entity = 'letter'"))
        .containsExactly("key:tester requeued");
    kit.send();
    assertThat(kit.arrived()).hasSize(1);
  }

  @Test
  void refusal_forNow_isTriedAgainAndGivenUpInTheEnd() {
    kit.put("one");
    try (var busy = ScriptedServer.answering("RCPT", "450 later")) {
      MailSender sender = kit.mail.sender(MailKit.carrier(busy.url()), MailKit.THREE_TIMES);
      for (String state : List.of("queued 1", "queued 2", "dead 3")) {
        sender.run();
        assertThat(kit.state()).isEqualTo(state + " deferred 450");
        kit.clock.move(Duration.ofHours(1));
      }
      sender.run();
      assertThat(kit.state()).isEqualTo("dead 3 deferred 450");
    }
  }

  @Test
  void server_thatDoesNotLetUsIn_isNoFaultOfTheLetter() {
    kit.put("one");
    kit.put("two");
    for (String[] said :
        new String[][] {
          {"CONNECT", "554 go away"}, {"MAIL", "530 sign in first"}, {"RCPT", "421 closing"}
        }) {
      try (var closed = ScriptedServer.answering(said[0], said[1])) {
        kit.send(MailKit.carrier(closed.url()));
      }
      kit.clock.move(Duration.ofHours(1));
    }
    assertThat(kit.test.query("select distinct state from outbox_mail")).containsExactly("queued");
    assertThat(kit.test.query("select sum(attempts) from outbox_mail")).containsExactly("3");
  }

  @Test
  void password_thatIsWrong_isToldAsSuch() {
    kit.server().setUser("praya@example.com", "praya", "right");
    kit.put("one");
    kit.send(MailKit.carrier(kit.url().replace("smtp://", "smtp://praya:wrong@")));
    assertThat(kit.state()).isEqualTo("queued 1 login");
    kit.clock.move(Duration.ofMinutes(1));
    kit.send(MailKit.carrier(kit.url().replace("smtp://", "smtp://praya:right@")));
    assertThat(kit.state()).isEqualTo("sent 2");
  }

  @Test
  void server_withoutEncryption_getsNothingWhenItIsRequired() {
    kit.put("one");
    kit.send(MailKit.carrier(kit.url().replace("starttls=none&", "")));
    assertThat(kit.state()).isEqualTo("queued 1 unreachable");
    assertThat(kit.arrived()).isEmpty();
  }

  @Test
  void senders_severalAtOnce_sendEachLetterOnce() throws Exception {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      kit.put("letter/" + i);
    }
    Callable<Boolean> work =
        () -> {
          kit.send();
          return true;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(done.get()).isTrue();
      }
    }
    for (MimeMessage message : kit.arrived()) {
      assertThat(ids.add(message.getMessageID())).isTrue();
    }
    assertThat(ids).hasSize(40);
    assertThat(kit.test.query("select distinct state || attempts from outbox_mail"))
        .containsExactly("sent1");
  }

  /** What is left when a program is killed after the server took a letter. */
  @Test
  void crash_betweenServerAndDatabase_sendsAgainUnderTheSameMessageId() throws Exception {
    kit.put("one");
    Carrier real = kit.carrier();
    Carrier dying =
        () -> {
          Carrier.Round round = real.begin();
          return new Carrier.Round() {
            @Override
            public void deliver(Carrier.Envelope envelope) throws Undelivered {
              round.deliver(envelope);
              throw new Killed();
            }

            @Override
            public void close() {
              round.close();
            }
          };
        };
    assertThatThrownBy(() -> kit.send(dying)).isInstanceOf(Killed.class);
    kit.send();
    assertThat(kit.arrived()).as("the lease still runs").hasSize(1);
    kit.clock.move(MailSender.LEASE);
    kit.send();
    assertThat(kit.arrived()).hasSize(2);
    assertThat(kit.arrived()[0].getMessageID())
        .isEqualTo(kit.arrived()[1].getMessageID())
        .matches("<[0-9a-f-]{36}@example.com>");
    assertThat(kit.state()).isEqualTo("sent 2");
  }

  @Test
  void link_thatRanOut_isNotSent() {
    kit.mail.put(
        new Letter(
            "sign-in/1",
            MailAddress.of("to", "a@harbour.example"),
            Language.EN,
            MailTemplate.SIGN_IN_LINK,
            List.of("15"),
            "/sign-in/mail?token=abc"));
    kit.clock.move(Duration.ofMinutes(15));
    kit.send();
    assertThat(kit.arrived()).isEmpty();
    assertThat(kit.state()).isEqualTo("dead 0 expired");
  }

  @Test
  void row_thatCannotBeOpened_stopsNoOther() throws Exception {
    kit.put("broken");
    kit.test.execute("update outbox_mail set body = recipient");
    kit.put("whole");
    kit.send();
    assertThat(kit.arrived()).hasSize(1);
    assertThat(kit.test.query("select error from outbox_mail where state = 'dead'"))
        .containsExactly("unreadable");
  }

  @Test
  void database_holdsNoAddressAndNoTextInClear() {
    kit.put("one");
    for (String secret : List.of("chan.tai-man", "harbour.example", "Harbour", "no proof")) {
      assertThat(SecretScan.tablesThatHold(kit.test, secret)).as(secret).isEmpty();
    }
    kit.send();
    assertThat(SecretScan.tablesThatHold(kit.test, "chan.tai-man")).isEmpty();
  }

  @Test
  void forget_deletesTheLettersToAnAddressAndThoseBeforeADay() {
    kit.put("one");
    kit.put("two");
    kit.mail.put(
        new Letter(
            "three",
            MailAddress.of("to", "other@harbour.example"),
            Language.EN,
            MailTemplate.DELISTED,
            List.of("Harbour"),
            null));
    assertThat(kit.mail.forgetTo(MailAddress.of("to", "chan.tai-man@HARBOUR.example")))
        .isEqualTo(2);
    assertThat(kit.test.query("select key from outbox_mail")).containsExactly("three");
    assertThat(kit.mail.forgetBefore(kit.clock.instant())).isZero();
    assertThat(kit.mail.forgetBefore(kit.clock.instant().plusSeconds(1))).isEqualTo(1);
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  /** Stands for the end of the process. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
