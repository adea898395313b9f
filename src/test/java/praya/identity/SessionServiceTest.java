package praya.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Role;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** Sessions: how long they last, what a change of role does to them, who can end them. */
class SessionServiceTest {
  private static final Actor COMMAND = Actor.command("test");

  private final TestClock clock = new TestClock();
  private final TestCore test = TestCore.empty(clock);
  private final AccountService accounts = test.core().accounts();
  private final SessionService sessions = test.core().sessions();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void session_withoutARequest_isOverAfterTheIdleLimit() {
    String text = open(account(Role.MEMBER));
    clock.move(Duration.ofHours(12).minusSeconds(1));
    assertThat(sessions.find(text)).isPresent();
    clock.move(Duration.ofHours(12).minusSeconds(1));
    assertThat(sessions.find(text)).as("a request makes it last").isPresent();
    clock.move(Duration.ofHours(12));
    assertThat(sessions.find(text)).isEmpty();
  }

  @Test
  void session_inUse_isOverAfterTheAbsoluteLimitOfItsRole() {
    Account member = account(Role.MEMBER);
    String ofMember = open(member);
    String ofStaff = open(account(Role.STAFF));
    for (int hours = 0; hours < 14 * 24; hours += 6) {
      assertThat(sessions.find(ofMember)).as(hours + " hours").isPresent();
      assertThat(sessions.find(ofStaff).isPresent()).as(hours + " hours").isEqualTo(hours < 12);
      clock.move(Duration.ofHours(6));
    }
    assertThat(sessions.find(ofMember)).isEmpty();
    assertThat(sessions.list(member.id())).isEmpty();
    String next = open(member);
    clock.move(Duration.ofHours(11));
    accounts.changeRole(member.id(), Role.ADMIN, COMMAND);
    assertThat(sessions.find(next)).isPresent();
    clock.move(Duration.ofHours(1));
    assertThat(sessions.find(next)).as("the shorter limit counts from the sign-in on").isEmpty();
  }

  @Test
  void role_thatChangesDuringASession_countsAtOnceAndGivesAnotherSecret() {
    Account account = account(Role.STAFF);
    String old = open(account);
    accounts.changeRole(account.id(), Role.MEMBER, COMMAND);
    assertThat(sessions.find(old))
        .get()
        .matches(found -> found.actor().role() == Role.MEMBER && found.isOutdated());
    String renewed = sessions.renew(old).orElseThrow().text();
    assertThat(sessions.find(old)).as("the former secret").isEmpty();
    assertThat(sessions.renew(old)).as("the former secret").isEmpty();
    assertThat(sessions.find(renewed)).get().matches(found -> !found.isOutdated());
    assertThat(test.count("session")).isEqualTo(1);
  }

  @Test
  void account_thatIsDisabled_isOutAtOnceAndComesBackOnlyByAnotherSignIn() {
    Account account = account(Role.MEMBER);
    String text = open(account);
    accounts.disable(account.id(), COMMAND);
    assertThat(sessions.find(text)).isEmpty();
    assertThatThrownBy(() -> open(account)).isInstanceOf(Problem.Forbidden.class);
    accounts.enable(account.id(), COMMAND);
    assertThat(sessions.find(text)).isEmpty();
    assertThat(sessions.find(open(account))).isPresent();
  }

  @Test
  void sessions_areEndedByTheirOwnerOnly() {
    Account one = account(Role.MEMBER);
    Account other = account(Role.MEMBER);
    String first = open(one);
    String second = open(one);
    String theirs = open(other);
    var id = sessions.find(first).orElseThrow().session().id();
    assertThatThrownBy(() -> sessions.end(other.id(), id)).isInstanceOf(Problem.NotFound.class);
    sessions.end(one.id(), id);
    assertThat(sessions.find(first)).isEmpty();
    assertThat(sessions.find(second)).isPresent();
    sessions.endAll(one.id());
    assertThat(sessions.find(second)).isEmpty();
    assertThat(sessions.find(theirs)).isPresent();
  }

  @Test
  void signIn_givesAnotherSecretAndEndsTheOneBefore() {
    Account account = account(Role.MEMBER);
    String laid = open(account);
    String own =
        sessions.open(account, new SessionService.Arrival(Way.MAIL_LINK, null, laid)).text();
    assertThat(own).isNotEqualTo(laid);
    assertThat(sessions.find(laid)).isEmpty();
  }

  @Test
  void use_isWrittenOnceAMinute() {
    Account account = account(Role.MEMBER);
    String text = open(account);
    var opened = clock.instant();
    clock.move(Duration.ofSeconds(59));
    sessions.find(text);
    assertThat(sessions.list(account.id()).getFirst().lastSeenAt()).isEqualTo(opened);
    clock.move(Duration.ofSeconds(1));
    sessions.find(text);
    assertThat(sessions.list(account.id()).getFirst().lastSeenAt()).isEqualTo(clock.instant());
  }

  @Test
  void device_isSaidInWords_andTheHeaderIsNotKept() {
    String safari =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) Version/18.1 Mobile/15E148 Safari/604.1";
    assertThat(Device.inWords(safari)).isEqualTo("Safari · iPhone");
    String edge = "Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/130.0 Safari/537.36 Edg/130.0";
    assertThat(Device.inWords(edge)).isEqualTo("Edge · Windows");
    assertThat(Device.inWords("<script>alert(1)</script>")).isEmpty();
    assertThat(Device.inWords(null)).isEmpty();
  }

  @Test
  void decisions_needAReasonAndAreNotAboutOneself_andTheAuditNamesNobody() {
    Account admin = account(Role.ADMIN);
    Account other = account(Role.STAFF);
    Actor actor = sessions.actor(admin);
    assertThatThrownBy(() -> accounts.disable(other.id(), actor))
        .isInstanceOf(Problem.InvalidInput.class);
    assertThatThrownBy(() -> accounts.disable(admin.id(), actor.because("holiday")))
        .isInstanceOf(Problem.Conflict.class);
    assertThatThrownBy(
            () -> accounts.changeRole(other.id(), Role.ADMIN, sessions.actor(other).because("x")))
        .isInstanceOf(Problem.Forbidden.class);
    assertThatThrownBy(
            () -> accounts.changeRole(accounts.builtIn().id(), Role.ADMIN, actor.because("x")))
        .isInstanceOf(Problem.Conflict.class);
    accounts.disable(other.id(), actor.because("left the team"));
    assertThat(test.query("select reason from audit where action = 'disabled'"))
        .containsExactly("left the team");
    assertThat(test.query("select audit::text from audit where audit::text like '%example%'"))
        .isEmpty();
    assertThat(test.count("change")).as("nothing about people is in the change feed").isZero();
  }

  private String open(Account account) {
    return sessions
        .open(account, new SessionService.Arrival(Way.MAIL_LINK, "Firefox/1", null))
        .text();
  }

  private Account account(Role role) {
    String email = "person" + test.count("account") + "@paper-ferry.example";
    return accounts.create(new AccountService.Invitation(email, role, Language.EN), COMMAND);
  }
}
