package praya.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Role;
import praya.http.Next;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** Links by mail: once, in time, in one browser, and the same for every address. */
class MailLinkServiceTest {
  private static final SessionService.Arrival ARRIVAL =
      new SessionService.Arrival(Way.MAIL_LINK, null, null);

  private final TestClock clock = new TestClock();
  private final TestCore test = TestCore.empty(clock);
  private final AccountService accounts = test.core().accounts();
  private final List<LinkSender.Letter> sent = new ArrayList<>();
  private final MailLinkService open = links(true);
  private final Secret browser = Secret.random("");

  private MailLinkService links(boolean signUp) {
    return test.core().mailLinks(new MailLinkService.Policy(sent::add, signUp));
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void link_signsInOnceInItsBrowser() {
    String token = ask("Chan@Paper-Ferry.example");
    String other = Secret.random("").text();
    assertThat(open.look(token, other)).isEqualTo(MailLinkService.Sight.OTHER_BROWSER);
    assertThat(open.use(token, other, ARRIVAL)).isEmpty();
    assertThat(open.use(token, "", ARRIVAL)).isEmpty();
    assertThat(open.look(token, browser.text()))
        .as("looking and other browsers use nothing up")
        .isEqualTo(MailLinkService.Sight.GOOD);
    var arrived = open.use(token, browser.text(), ARRIVAL).orElseThrow();
    assertThat(arrived.account().person().email()).isEqualTo("chan@paper-ferry.example");
    assertThat(arrived.account().role()).isEqualTo(Role.MEMBER);
    assertThat(open.use(token, browser.text(), ARRIVAL)).as("replayed").isEmpty();
    assertThat(open.look(token, browser.text())).isEqualTo(MailLinkService.Sight.OVER);
  }

  @Test
  void link_usedByEightAtOnce_letsOneIn() throws Exception {
    String token = ask("chan@paper-ferry.example");
    Callable<Boolean> use = () -> open.use(token, browser.text(), ARRIVAL).isPresent();
    int in = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(8, use))) {
        in += result.get() ? 1 : 0;
      }
    }
    assertThat(in).isEqualTo(1);
    assertThat(test.count("session")).isEqualTo(1);
    assertThat(test.count("account")).as("with the built-in one").isEqualTo(2);
  }

  @Test
  void link_isOverAfterAQuarterOfAnHour_andWithTheUseOfAnother() {
    String late = ask("chan@paper-ferry.example");
    clock.move(Duration.ofMinutes(15));
    assertThat(open.use(late, browser.text(), ARRIVAL)).isEmpty();
    String first = ask("chan@paper-ferry.example");
    String second = ask("chan@paper-ferry.example");
    clock.move(Duration.ofMinutes(15).minusSeconds(1));
    assertThat(open.use(second, browser.text(), ARRIVAL)).isPresent();
    assertThat(open.use(first, browser.text(), ARRIVAL)).isEmpty();
  }

  @Test
  void asking_isTheSameForEveryAddress() {
    MailLinkService closed = links(false);
    Account known = account("known@paper-ferry.example");
    Account disabled = account("disabled@paper-ferry.example");
    accounts.disable(disabled.id(), Actor.command("test"));
    for (String email :
        List.of(
            "known@paper-ferry.example",
            "unknown@paper-ferry.example",
            "disabled@paper-ferry.example")) {
      sent.clear();
      long before = test.count("mail_link");
      closed.ask(new MailLink(email, Language.EN, "/"), browser);
      assertThat(test.count("mail_link")).as(email).isEqualTo(before + 1);
      assertThat(sent).as(email).hasSize(1);
      assertThat(sent.getFirst().path() != null)
          .as(email)
          .isEqualTo(email.equals(known.person().email()));
    }
    assertThat(test.count("account")).isEqualTo(3);
  }

  @Test
  void account_thatIsDisabledMeanwhile_staysOut() {
    Account account = account("chan@paper-ferry.example");
    String token = ask("chan@paper-ferry.example");
    accounts.disable(account.id(), Actor.command("test"));
    assertThatThrownBy(() -> open.use(token, browser.text(), ARRIVAL))
        .isInstanceOf(Problem.Forbidden.class);
    assertThat(test.count("session")).isZero();
  }

  @Test
  void links_areStoredNowhereInClear() {
    String token = ask("chan@paper-ferry.example");
    assertThat(SecretScan.tablesThatHold(test, token)).isEmpty();
    assertThat(SecretScan.tablesThatHold(test, browser.text())).isEmpty();
    clock.move(Duration.ofMinutes(15));
    ask("lee@paper-ferry.example");
    assertThat(SecretScan.tablesThatHold(test, "chan@paper-ferry.example"))
        .as("addresses go with their links")
        .isEmpty();
  }

  @Test
  void addresses_thatCannotBe_areRefused() {
    for (String email :
        List.of(
            "",
            "chan",
            "chan@",
            "@ferry.example",
            "chan@ferry",
            "a b@ferry.example",
            "chan@ferry.example\nBcc: x@y.example",
            "chan@ferry.example,x@y.example",
            "x".repeat(250) + "@ferry.example")) {
      assertThatThrownBy(() -> open.ask(new MailLink(email, Language.EN, "/"), browser))
          .as(email)
          .isInstanceOf(Problem.InvalidInput.class);
    }
    assertThat(sent).isEmpty();
  }

  @Test
  void next_isAPathOfThisSiteOnly() {
    for (String good :
        List.of("/", "/account", "/organisations?q=a%20b&kind=startup", "/a/b-c_d")) {
      assertThat(Next.path(good)).isEqualTo(good);
    }
    for (String bad :
        List.of(
            "",
            "account",
            "//evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "\t//evil.example",
            "https://evil.example",
            "/%2F%2Fevil.example/../..".replace("/%2F", "%2F"),
            "/%2fevil.example",
            "/%5cevil.example",
            "/%09/evil.example",
            "/%0d%0aSet-Cookie:x",
            "javascript:alert(1)",
            "/\u0000",
            "/a\u0085b",
            "/" + "a".repeat(1000))) {
      assertThat(Next.path(bad)).as(bad).isEmpty();
    }
    assertThat(Next.path(null)).isEmpty();
  }

  private String ask(String email) {
    open.ask(new MailLink(email, Language.EN, "/"), browser);
    return sent.getLast().path().replaceFirst(".*token=", "");
  }

  private Account account(String email) {
    return accounts.create(
        new AccountService.Invitation(email, Role.MEMBER, Language.EN), Actor.command("test"));
  }
}
