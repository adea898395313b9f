package praya.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The permission table as a whole, and what it asks of staff and of keys. */
class PermissionTest {
  private static final UUID OWN = new UUID(0, 1);
  private static final UUID FOREIGN = new UUID(0, 2);

  /** The lowest role that may, for no organisation, one's own, a foreign one; "-" for nobody. */
  private static final String TABLE =
      """
      READ_DIRECTORY       anyone  anyone  anyone
      SIGN_IN              anyone  anyone  anyone
      READ_OWN_ACCOUNT     member  member  member
      MANAGE_OWN_ACCOUNT   member  member  member
      CLAIM_ORGANISATION   member  member  member
      SAVE_SEARCHES        member  member  member
      STOP_LETTERS         anyone  anyone  anyone
      CREATE_ORGANISATION  staff   -       -
      EDIT_ORGANISATION    staff   member  staff
      DELETE_ORGANISATION  staff   staff   staff
      EDIT_EXCHANGE        staff   member  staff
      EDIT_RELATION        staff   staff   staff
      EDIT_ALLOCATION      staff   staff   staff
      CONFIRM_FACTS        staff   member  staff
      READ_HISTORY         staff   member  staff
      ASK_FOR_DELISTING    -       member  -
      DECIDE_CLAIMS        staff   staff   staff
      DECIDE_PROPOSALS     staff   staff   staff
      DELIST_ORGANISATION  staff   staff   staff
      EDIT_TAXONOMY        staff   -       -
      EDIT_WEIGHTS         staff   -       -
      READ_STAFF_DESK      staff   -       -
      READ_DEMAND          staff   -       -
      READ_OUTBOX          staff   -       -
      SEND_LETTER_AGAIN    staff   -       -
      MANAGE_STAFF_KEYS    staff   -       -
      READ_AUDIT           staff   -       -
      MANAGE_ACCOUNTS      admin   -       -
      """;

  @Test
  void table_isThisOne() {
    String found =
        Stream.of(Action.values()).map(PermissionTest::row).collect(Collectors.joining());
    assertThat(found).isEqualTo(TABLE);
  }

  @Test
  void role_mayWhatTheRoleBelowMay() {
    for (Action action : Action.values()) {
      for (Whose whose : Whose.values()) {
        boolean before = false;
        for (Role role : Role.values()) {
          boolean may = Permission.may(role, action, whose);
          assertThat(may || !before).as("%s %s %s", role, action, whose).isTrue();
          before = may;
        }
      }
    }
  }

  @Test
  void require_ofSomebodyUnknown_asksToSignIn() {
    assertThatThrownBy(() -> Permission.require(Actor.ANYONE, Action.EDIT_EXCHANGE))
        .isInstanceOf(Problem.Unauthenticated.class)
        .hasMessageContaining("change needs and offers");
  }

  @Test
  void require_ofAMember_holdsForTheirOwnOnly() {
    Actor member = actor(Role.MEMBER, Scope.ALL);
    assertThatCode(() -> Permission.require(member, Action.EDIT_EXCHANGE, claimed(OWN)))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> Permission.require(member, Action.EDIT_EXCHANGE, claimed(FOREIGN)))
        .isInstanceOf(Problem.Forbidden.class);
    assertThatThrownBy(() -> Permission.require(member, Action.EDIT_RELATION, claimed(OWN)))
        .isInstanceOf(Problem.Forbidden.class);
  }

  @Test
  void override_ofStaff_needsAReason() {
    Actor staff = actor(Role.STAFF, Scope.ALL);
    assertThatThrownBy(() -> Permission.require(staff, Action.EDIT_EXCHANGE, claimed(FOREIGN)))
        .isInstanceOfSatisfying(
            Problem.InvalidInput.class,
            problem -> assertThat(problem.faults().getFirst().field()).isEqualTo("reason"));
    for (Runnable allowed :
        List.<Runnable>of(
            () -> Permission.require(staff, Action.EDIT_EXCHANGE, claimed(OWN)),
            () -> Permission.require(staff, Action.READ_HISTORY, claimed(FOREIGN)),
            () -> Permission.require(staff, Action.EDIT_EXCHANGE, unclaimed()),
            () ->
                Permission.require(
                    staff.because("they asked by telephone"),
                    Action.EDIT_EXCHANGE,
                    claimed(FOREIGN)))) {
      assertThatCode(allowed::run).doesNotThrowAnyException();
    }
  }

  @Test
  void key_withoutTheScope_isRefusedByName() {
    Actor reader = actor(Role.ADMIN, Set.of(Scope.READ));
    assertThatCode(() -> Permission.require(reader, Action.READ_DIRECTORY))
        .doesNotThrowAnyException();
    for (Action action : Action.values()) {
      if (action.scope() != Scope.READ) {
        assertThatThrownBy(() -> Permission.require(reader, action))
            .as(action.name())
            .isInstanceOf(Problem.Forbidden.class);
      }
    }
  }

  private static String row(Action action) {
    Map<Whose, String> lowest = new EnumMap<>(Whose.class);
    for (Whose whose : Whose.values()) {
      lowest.put(
          whose,
          Stream.of(Role.values())
              .filter(role -> Permission.may(role, action, whose))
              .map(Role::code)
              .findFirst()
              .orElse("-"));
    }
    return "%-20s %-7s %-7s %s%n"
        .formatted(
            action.name(),
            lowest.get(Whose.NONE),
            lowest.get(Whose.OWN),
            lowest.get(Whose.FOREIGN));
  }

  private static Actor actor(Role role, Set<Scope> scopes) {
    return new Actor("account:test", role, new UUID(0, 9), Set.of(OWN), scopes, null);
  }

  private static Organisation claimed(UUID id) {
    return organisation(id, true);
  }

  private static Organisation unclaimed() {
    return organisation(FOREIGN, false);
  }

  private static Organisation organisation(UUID id, boolean claimed) {
    var none = new Classification(List.of(), List.of(), List.of());
    var name = LocalText.of("Harbour", null);
    var profile = new Profile(name, List.of(), "startup", LocalText.NONE, none, null, null);
    var origin = new Origin(true, List.of("test"), null);
    var entry = new Entry("harbour", profile, new Campus(null, null), null, origin);
    return new Organisation(id, 1, entry, false, claimed);
  }
}
