package praya.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Scope;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/** Keys of programs: they work until they are revoked, and nobody can read them back. */
class ApiKeyServiceTest {
  private static final Actor COMMAND = Actor.command("test");

  private final TestClock clock = new TestClock();
  private final TestCore test = TestCore.empty(clock);
  private final ApiKeyService keys = test.core().keys();
  private final AccountService accounts = test.core().accounts();

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void key_works_untilItIsRevoked() {
    var made = keys.create(" importer ", Role.STAFF);
    assertThat(made.secret().text()).startsWith("praya_").hasSizeGreaterThan(40);
    assertThat(keys.find(made.secret().text())).contains(new Actor("key:importer", Role.STAFF));
    // Another instance, as another process would have: nothing is remembered beside the database.
    var elsewhere = test.core().keys();
    keys.revoke(made.key().id(), COMMAND);
    assertThat(elsewhere.find(made.secret().text())).isEmpty();
    assertThat(keys.find(made.secret().text())).isEmpty();
  }

  @Test
  void revoke_twice_keepsTheFirstMoment() {
    var made = keys.create("one", Role.STAFF);
    var other = keys.create("two", Role.STAFF);
    keys.revoke(made.key().id(), COMMAND);
    var first = clock.instant();
    clock.move(Duration.ofHours(1));
    keys.revoke(made.key().id(), COMMAND);
    assertThat(keys.list()).extracting(ApiKey::revokedAt).containsExactly(first, null);
    assertThat(keys.find(other.secret().text())).as("others go on").isPresent();
    assertThatThrownBy(() -> keys.revoke(UUID.randomUUID(), COMMAND))
        .isInstanceOf(Problem.NotFound.class);
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
  void key_beyondItsExpiry_isNobody() {
    var wish =
        new ApiKeyService.Wish(
            "short", Role.STAFF, Set.of(Scope.READ), clock.instant().plus(Duration.ofDays(1)));
    String text = keys.create(wish, COMMAND).secret().text();
    clock.move(Duration.ofDays(1).minusSeconds(1));
    assertThat(keys.find(text)).get().extracting(Actor::scopes).isEqualTo(Set.of(Scope.READ));
    clock.move(Duration.ofSeconds(1));
    assertThat(keys.find(text)).isEmpty();
    var past = new ApiKeyService.Wish("late", Role.STAFF, Scope.ALL, clock.instant());
    assertThatThrownBy(() -> keys.create(past, COMMAND)).isInstanceOf(Problem.InvalidInput.class);
  }

  @Test
  void key_ofAnAccount_isNeverMoreThanItsAccount() {
    Account staff = account(Role.STAFF);
    Actor owner = test.core().sessions().actor(staff);
    String text = keys.create(wish(Role.STAFF), owner).secret().text();
    assertThat(keys.find(text)).get().matches(Actor::isStaff);
    assertThatThrownBy(() -> keys.create(wish(Role.ADMIN), owner))
        .isInstanceOf(Problem.InvalidInput.class);
    accounts.changeRole(staff.id(), Role.MEMBER, COMMAND);
    assertThat(keys.find(text)).get().extracting(Actor::role).isEqualTo(Role.MEMBER);
    accounts.disable(staff.id(), COMMAND);
    assertThat(keys.find(text)).as("disabled is out at once").isEmpty();
  }

  @Test
  void key_thatMakesKeys_givesNoMoreThanItHas() {
    Account staff = account(Role.STAFF);
    Actor owner = test.core().sessions().actor(staff);
    Instant end = clock.instant().plus(Duration.ofDays(2));
    var narrow = new ApiKeyService.Wish("narrow", Role.MEMBER, Set.of(Scope.PEOPLE), end);
    Actor program = keys.find(keys.create(narrow, owner).secret().text()).orElseThrow();
    var strong = keys.create(wish(Role.STAFF), owner);
    for (var wish :
        List.of(
            new ApiKeyService.Wish("x", Role.STAFF, Set.of(Scope.PEOPLE), end),
            new ApiKeyService.Wish("x", Role.MEMBER, Set.of(Scope.WRITE), end),
            new ApiKeyService.Wish("x", Role.MEMBER, Set.of(), end),
            new ApiKeyService.Wish("x", Role.MEMBER, Set.of(Scope.PEOPLE), null),
            new ApiKeyService.Wish("x", Role.MEMBER, Set.of(Scope.PEOPLE), end.plusSeconds(1)))) {
      assertThatThrownBy(() -> keys.create(wish, program))
          .as(wish.toString())
          .isInstanceOf(Problem.InvalidInput.class);
    }
    assertThatThrownBy(() -> keys.rotate(strong.key().id(), Duration.ZERO, program))
        .isInstanceOf(Problem.Forbidden.class);
    var same = new ApiKeyService.Wish("x", Role.MEMBER, Set.of(Scope.PEOPLE), end);
    assertThat(keys.create(same, program).key().grant().account()).isEqualTo(staff.id());
  }

  @Test
  void key_ofSomebodyElse_isNotThere() {
    Account one = account(Role.MEMBER);
    Account other = account(Role.MEMBER);
    var key = keys.create(wish(Role.MEMBER), test.core().sessions().actor(one)).key();
    Actor stranger = test.core().sessions().actor(other);
    assertThat(keys.own(stranger)).isEmpty();
    assertThatThrownBy(() -> keys.revoke(key.id(), stranger)).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> keys.rotate(key.id(), Duration.ZERO, stranger))
        .isInstanceOf(Problem.NotFound.class);
    Actor staff = test.core().sessions().actor(account(Role.STAFF));
    assertThatThrownBy(() -> keys.rotate(key.id(), Duration.ZERO, staff))
        .as("staff may end it, and never have it")
        .isInstanceOf(Problem.Forbidden.class);
    keys.revoke(key.id(), staff);
  }

  @Test
  void rotation_leavesTheOldSecretForTheOverlapOnly() {
    var first = keys.create("one", Role.STAFF);
    var second = keys.rotate(first.key().id(), Duration.ofHours(1), COMMAND);
    assertThat(keys.find(first.secret().text())).isPresent();
    assertThat(keys.find(second.secret().text())).isPresent();
    clock.move(Duration.ofHours(1));
    assertThat(keys.find(first.secret().text())).isEmpty();
    var third = keys.rotate(first.key().id(), Duration.ZERO, COMMAND);
    assertThat(keys.find(second.secret().text())).isEmpty();
    keys.revoke(first.key().id(), COMMAND);
    assertThat(keys.find(third.secret().text())).isEmpty();
    assertThatThrownBy(() -> keys.rotate(first.key().id(), Duration.ZERO, COMMAND))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void use_isWrittenOnceAMinute() {
    var made = keys.create("one", Role.STAFF);
    keys.find(made.secret().text());
    Instant first = clock.instant();
    clock.move(Duration.ofSeconds(59));
    keys.find(made.secret().text());
    assertThat(keys.list().getFirst().lastUsedAt()).isEqualTo(first);
    clock.move(Duration.ofSeconds(1));
    keys.find(made.secret().text());
    assertThat(keys.list().getFirst().lastUsedAt()).isEqualTo(clock.instant());
  }

  private Account account(Role role) {
    String email = "person" + test.count("account") + "@paper-ferry.example";
    return accounts.create(
        new AccountService.Invitation(email, role, Language.EN), Actor.command("test"));
  }

  private static ApiKeyService.Wish wish(Role role) {
    return new ApiKeyService.Wish("a key", role, Scope.ALL, null);
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
