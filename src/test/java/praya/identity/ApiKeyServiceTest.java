package praya.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Problem;
import praya.domain.Role;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** Keys of programs: they work until they are revoked, and nobody can read them back. */
class ApiKeyServiceTest {
  private final TestClock clock = new TestClock();
  private final TestCore test = TestCore.empty(clock);
  private final ApiKeyService keys = test.core().keys();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void key_works_untilItIsRevoked() {
    var made = keys.create(" importer ", Role.STAFF);
    assertThat(made.secret().text()).startsWith("praya_").hasSizeGreaterThan(40);
    assertThat(keys.find(made.secret().text()))
        .contains(new praya.domain.Actor("key:importer", Role.STAFF));
    // Another instance, as another process would have: nothing is remembered beside the database.
    var elsewhere = test.core().keys();
    keys.revoke(made.key().id());
    assertThat(elsewhere.find(made.secret().text())).isEmpty();
    assertThat(keys.find(made.secret().text())).isEmpty();
  }

  @Test
  void revoke_twice_keepsTheFirstMoment() {
    var made = keys.create("one", Role.STAFF);
    var other = keys.create("two", Role.STAFF);
    keys.revoke(made.key().id());
    var first = clock.instant();
    clock.move(Duration.ofHours(1));
    keys.revoke(made.key().id());
    assertThat(keys.list()).extracting(ApiKey::revokedAt).containsExactly(first, null);
    assertThat(keys.find(other.secret().text())).as("others go on").isPresent();
    assertThatThrownBy(() -> keys.revoke(UUID.randomUUID())).isInstanceOf(Problem.NotFound.class);
  }

  @Test
  void key_thatIsNearlyRight_isNobody() {
    String text = keys.create("one", Role.STAFF).secret().text();
    for (String wrong :
        List.of("", " ", text.substring(1), text + "x", text.toLowerCase(java.util.Locale.ROOT))) {
      assertThat(keys.find(wrong)).as(wrong).isEmpty();
    }
  }

  @Test
  void name_thatCannotBeShown_isRefused() {
    for (String name : List.of("", "  ", "x".repeat(101), "a\nb")) {
      assertThatThrownBy(() -> keys.create(name, Role.STAFF))
          .as(name)
          .isInstanceOf(Problem.InvalidInput.class);
    }
  }

  @Test
  void secret_isStoredNowhereInClear() {
    Secret secret = keys.create("one", Role.STAFF).secret();
    assertThat(SecretScan.tablesThatHold(test, secret.text())).isEmpty();
    assertThat(SecretScan.tablesThatHold(test, secret.text().substring("praya_".length())))
        .isEmpty();
    assertThat(secret.toString()).doesNotContain(secret.text());
    assertThat(keys.list().toString()).doesNotContain(secret.text());
    assertThat(SecretScan.tablesThatHold(test, "one")).as("the scan finds").contains("api_key");
  }
}
