package praya.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Scope;
import praya.store.ChangeLog;
import praya.store.Journal;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** Consent to the notice, and one's own data as a whole. */
class ConsentServiceTest {
  private static final UUID ACCOUNT = new UUID(7, 1);
  private static final Actor ACTOR =
      new Actor("account:" + ACCOUNT, Role.MEMBER, ACCOUNT, Set.of(), Scope.ALL, null);

  private final TestClock clock = new TestClock();
  private TestCore test;
  private Journal journal;
  private ConsentService consents;

  @BeforeEach
  void open() throws SQLException {
    test = TestCore.empty(clock);
    journal = new Journal(test.core().database(), new ChangeLog(test.core().database()));
    consents = new ConsentService(test.core().database(), journal, clock);
    test.execute(
        "insert into account (id, role, email, created_at) values ('%s', 'member',"
                .formatted(ACCOUNT)
            + " 'member@harbour.example', now())");
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void consent_isGivenOnce_andTheFirstMomentCounts() {
    assertThat(consents.isGiven(ACCOUNT)).isFalse();
    int version = Notice.current().version();
    consents.give(ACTOR, ACCOUNT, version, Language.ZH_HANT);
    clock.move(Duration.ofDays(1));
    consents.give(ACTOR, ACCOUNT, version, Language.EN);
    assertThat(consents.isGiven(ACCOUNT)).isTrue();
    assertThat(test.query("select language || ' ' || (given_at at time zone 'UTC') from consent"))
        .containsExactly("zh-Hant 2026-11-22 09:00:00");
    assertThat(test.query("select action || ' ' || entity || ' ' || entity_id from audit"))
        .containsExactly("consented account " + ACCOUNT);
    assertThat(test.count("change")).isZero();
  }

  @Test
  void consent_toAnotherVersion_isRefused() {
    int wrong = Notice.current().version() + 1;
    assertThatThrownBy(() -> consents.give(ACTOR, ACCOUNT, wrong, Language.EN))
        .isInstanceOf(Problem.InvalidInput.class)
        .hasMessageContaining("version " + wrong);
    assertThat(test.count("consent")).isZero();
  }

  @Test
  void ownData_hasEveryPart_andErasingEndsEveryPart() {
    consents.give(ACTOR, ACCOUNT, Notice.current().version(), Language.EN);
    var data = new PersonalDataService(test.core().database(), journal, List.of(consents), clock);
    assertThat(data.of(ACCOUNT)).containsKeys("account", "takenAt", "notice", "consents");
    assertThat(data.of(ACCOUNT).get("consents")).asString().contains("version=1");
    data.erase(ACTOR, ACCOUNT);
    assertThat(test.count("consent")).isZero();
    assertThat(test.query("select action from audit order by sequence"))
        .containsExactly("consented", "erased");
  }

  @Test
  void erasing_thatFailsInOnePart_erasesNothing() {
    consents.give(ACTOR, ACCOUNT, Notice.current().version(), Language.EN);
    var broken =
        new PersonalRecords() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public Object of(UUID account) {
            return List.of();
          }

          @Override
          public void erase(UUID account) {
            throw new IllegalStateException("the disk is full");
          }
        };
    var data =
        new PersonalDataService(test.core().database(), journal, List.of(consents, broken), clock);
    assertThatThrownBy(() -> data.erase(ACTOR, ACCOUNT)).hasMessage("the disk is full");
    assertThat(consents.isGiven(ACCOUNT)).isTrue();
  }
}
