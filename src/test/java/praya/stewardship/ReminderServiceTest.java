package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.Stewards;
import praya.domain.Actor;
import praya.testkit.Members;
import praya.testkit.Records;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** The yearly question whether a profile is still true. */
class ReminderServiceTest {
  private final TestClock clock = new TestClock();
  private TestCore test;
  private ReminderService reminders;
  private Actor ann;

  @BeforeEach
  void open() throws SQLException {
    test = TestCore.withTaxonomy(clock);
    test.core().organisations().create(Records.entry("red-kite"), TestCore.TESTER);
    ann = new Members(test).member("ann", "red-kite");
    reminders = new Stewards(test.core()).reminders();
    confirmedAt("2025-10-01");
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void letter_goesOnceAMonth_untilSomebodyConfirms() throws SQLException {
    assertThat(reminders.remind()).isEqualTo(1);
    assertThat(reminders.remind()).isZero();
    assertThat(test.query("select template from outbox_mail")).containsExactly("still-true");
    clock.move(Duration.ofDays(31));
    assertThat(reminders.remind()).isEqualTo(1);
    assertThat(test.count("outbox_mail")).isEqualTo(2);
    confirmedAt("2026-12-01");
    clock.move(Duration.ofDays(31));
    assertThat(reminders.remind()).isZero();
  }

  @Test
  void profile_thatWasConfirmedWithinTheYear_isNotAskedAbout() throws SQLException {
    confirmedAt("2026-01-01");
    assertThat(reminders.remind()).isZero();
  }

  @Test
  void member_whoWantsNone_getsNone_untilTheyWantThemAgain() {
    reminders.want(ann.account(), false);
    assertThat(reminders.areWanted(ann.account())).isFalse();
    assertThat(reminders.remind()).isZero();
    reminders.want(ann.account(), true);
    assertThat(reminders.remind()).isEqualTo(1);
  }

  @Test
  void account_thatIsDisabled_getsNone() throws SQLException {
    test.execute("update account set disabled_at = now() where id = '" + ann.account() + "'");
    assertThat(reminders.remind()).isZero();
    assertThat(test.count("outbox_mail")).isZero();
  }

  private void confirmedAt(String day) throws SQLException {
    test.execute("update organisation set confirmed_at = '" + day + "'");
  }
}
