package praya.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Problem;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** A link signs one person in once; a session ends. */
class SignInServiceTest {
  private static final SessionService.Arrival ARRIVAL =
      new SessionService.Arrival(Way.PRINTED_LINK, null, null);

  private final TestClock clock = new TestClock();
  private final TestCore test = TestCore.empty(clock);
  private final SignInService signIn = test.core().signIn();
  private final SessionService sessions = test.core().sessions();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void link_worksOnce() {
    String link = signIn.newLink().text();
    Secret session = signIn.signIn(link, ARRIVAL);
    assertThat(sessions.find(session.text()))
        .get()
        .matches(found -> found.actor().isStaff() && found.actor().name().startsWith("account:"));
    assertRefused(link);
  }

  @Test
  void link_usedByEightAtOnce_letsOneIn() throws Exception {
    String link = signIn.newLink().text();
    Callable<Boolean> use =
        () -> {
          try {
            return sessions.find(signIn.signIn(link, ARRIVAL).text()).isPresent();
          } catch (Problem.Forbidden e) {
            return false;
          }
        };
    int in = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(8, use))) {
        in += result.get() ? 1 : 0;
      }
    }
    assertThat(in).isEqualTo(1);
    assertThat(test.count("session")).isEqualTo(1);
  }

  @Test
  void link_endsAfterADayAndWithTheNextLink() {
    String first = signIn.newLink().text();
    clock.move(Duration.ofHours(24).minusSeconds(1));
    String second = signIn.newLink().text();
    assertRefused(first);
    clock.move(Duration.ofHours(24));
    assertRefused(second);
    String third = signIn.newLink().text();
    clock.move(Duration.ofHours(24).minusSeconds(1));
    assertThat(signIn.signIn(third, ARRIVAL)).isNotNull();
  }

  @Test
  void session_endsAfterTwelveHoursAndWhenSignedOut() {
    String one = signIn.signIn(signIn.newLink().text(), ARRIVAL).text();
    clock.move(Duration.ofHours(12).minusSeconds(1));
    assertThat(sessions.find(one)).isPresent();
    clock.move(Duration.ofSeconds(1));
    assertThat(sessions.find(one)).isEmpty();

    String two = signIn.signIn(signIn.newLink().text(), ARRIVAL).text();
    String three = signIn.signIn(signIn.newLink().text(), ARRIVAL).text();
    sessions.end(two);
    assertThat(sessions.find(two)).isEmpty();
    assertThat(sessions.find(three)).isPresent();
    sessions.end(two);
  }

  @Test
  void session_thatIsOver_isForgotten() {
    signIn.signIn(signIn.newLink().text(), ARRIVAL);
    clock.move(Duration.ofDays(2));
    signIn.signIn(signIn.newLink().text(), ARRIVAL);
    assertThat(test.count("session")).isEqualTo(1);
  }

  @Test
  void secrets_areStoredNowhereInClear() {
    Secret link = signIn.newLink();
    assertThat(SecretScan.tablesThatHold(test, link.text())).isEmpty();
    Secret session = signIn.signIn(link.text(), ARRIVAL);
    assertThat(SecretScan.tablesThatHold(test, session.text())).isEmpty();
    assertThat(SecretScan.tablesThatHold(test, link.text())).isEmpty();
    assertThat(session.text()).isNotEqualTo(link.text());
  }

  private void assertRefused(String link) {
    assertThatThrownBy(() -> signIn.signIn(link, ARRIVAL))
        .isInstanceOf(Problem.Forbidden.class)
        .hasMessageNotContaining(link);
  }
}
