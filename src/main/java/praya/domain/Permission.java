package praya.domain;

import static praya.domain.Action.ASK_FOR_DELISTING;
import static praya.domain.Action.CLAIM_ORGANISATION;
import static praya.domain.Action.CONFIRM_FACTS;
import static praya.domain.Action.CREATE_ORGANISATION;
import static praya.domain.Action.DECIDE_CLAIMS;
import static praya.domain.Action.DECIDE_PROPOSALS;
import static praya.domain.Action.DELETE_ORGANISATION;
import static praya.domain.Action.DELIST_ORGANISATION;
import static praya.domain.Action.EDIT_ALLOCATION;
import static praya.domain.Action.EDIT_EXCHANGE;
import static praya.domain.Action.EDIT_ORGANISATION;
import static praya.domain.Action.EDIT_RELATION;
import static praya.domain.Action.EDIT_TAXONOMY;
import static praya.domain.Action.EDIT_WEIGHTS;
import static praya.domain.Action.MANAGE_ACCOUNTS;
import static praya.domain.Action.MANAGE_OWN_ACCOUNT;
import static praya.domain.Action.MANAGE_STAFF_KEYS;
import static praya.domain.Action.READ_AUDIT;
import static praya.domain.Action.READ_DEMAND;
import static praya.domain.Action.READ_DIRECTORY;
import static praya.domain.Action.READ_HISTORY;
import static praya.domain.Action.READ_OUTBOX;
import static praya.domain.Action.READ_OWN_ACCOUNT;
import static praya.domain.Action.READ_STAFF_DESK;
import static praya.domain.Action.SAVE_SEARCHES;
import static praya.domain.Action.SEND_LETTER_AGAIN;
import static praya.domain.Action.SIGN_IN;
import static praya.domain.Action.STOP_LETTERS;
import static praya.domain.Role.ADMIN;
import static praya.domain.Role.ANYONE;
import static praya.domain.Role.MEMBER;
import static praya.domain.Role.STAFF;
import static praya.domain.Whose.FOREIGN;
import static praya.domain.Whose.NONE;
import static praya.domain.Whose.OWN;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The one table of who may do what to whose organisation. A role may do what the roles below it
 * may; what is not in the table nobody may.
 */
public final class Permission {
  private static final Table TABLE =
      new Table()
          .everybody(READ_DIRECTORY)
          .everybody(SIGN_IN)
          .everybody(STOP_LETTERS)
          //
          .whoeverIsSignedIn(READ_OWN_ACCOUNT)
          .whoeverIsSignedIn(MANAGE_OWN_ACCOUNT)
          .whoeverIsSignedIn(CLAIM_ORGANISATION)
          .whoeverIsSignedIn(SAVE_SEARCHES)
          //
          .membersForTheirOwn(EDIT_ORGANISATION)
          .membersForTheirOwn(EDIT_EXCHANGE)
          .membersForTheirOwn(CONFIRM_FACTS)
          .membersForTheirOwn(READ_HISTORY)
          .membersForTheirOwn(ASK_FOR_DELISTING)
          //
          .staff(CREATE_ORGANISATION)
          .staffForAny(EDIT_ORGANISATION)
          .staffForAny(EDIT_EXCHANGE)
          .staffForAny(EDIT_RELATION)
          .staffForAny(EDIT_ALLOCATION)
          .staffForAny(CONFIRM_FACTS)
          .staffForAny(READ_HISTORY)
          .staffForAny(DELETE_ORGANISATION)
          .staffForAny(DELIST_ORGANISATION)
          .staffForAny(DECIDE_CLAIMS)
          .staffForAny(DECIDE_PROPOSALS)
          .staff(EDIT_TAXONOMY)
          .staff(EDIT_WEIGHTS)
          .staff(READ_STAFF_DESK)
          .staff(READ_DEMAND)
          .staff(READ_OUTBOX)
          .staff(SEND_LETTER_AGAIN)
          .staff(READ_AUDIT)
          .staff(MANAGE_STAFF_KEYS)
          //
          .admins(MANAGE_ACCOUNTS);

  private Permission() {}

  /** Whether somebody of this role may do it to an organisation that is whose. */
  public static boolean may(Role role, Action action, Whose whose) {
    Role lowest = TABLE.lowest(action, whose);
    return lowest != null && role.isAtLeast(lowest);
  }

  /** Whether somebody of this role may do it to any organisation at all. */
  public static boolean mayEver(Role role, Action action) {
    return may(role, action, NONE) || may(role, action, OWN) || may(role, action, FOREIGN);
  }

  /**
   * Refuses an action that the actor may not do to anybody.
   *
   * @throws Problem.Unauthenticated when nobody is signed in and signing in could help
   * @throws Problem.Forbidden when the role or the scopes of the key are not enough
   */
  public static void require(Actor actor, Action action) {
    require(actor, action, mayEver(actor.role(), action));
  }

  /**
   * Refuses an action that the actor may not do to this organisation. What belongs to members is
   * changed by others only for a reason.
   *
   * @throws Problem.Unauthenticated when nobody is signed in and signing in could help
   * @throws Problem.Forbidden when the role or the scopes of the key are not enough
   * @throws Problem.InvalidInput when an override gives no reason
   */
  public static void require(Actor actor, Action action, Organisation organisation) {
    Whose whose = actor.actsFor(organisation.id()) ? OWN : FOREIGN;
    require(actor, action, may(actor.role(), action, whose));
    boolean override =
        whose == FOREIGN && organisation.claimed() && may(MEMBER, action, OWN) && isWrite(action);
    if (override && actor.reason() == null) {
      throw new Problem.InvalidInput(
          "reason",
          "",
          "The organisation ("
              + organisation.slug()
              + ") has members of its own. Say why you act in their place: by the header"
              + " Praya-Reason, or in the field reason of a form.");
    }
  }

  private static boolean isWrite(Action action) {
    return action.scope() != Scope.READ;
  }

  private static void require(Actor actor, Action action, boolean may) {
    if (may && actor.scopes().contains(action.scope())) {
      return;
    }
    if (!actor.isKnown()) {
      throw new Problem.Unauthenticated(
          "Sign in to " + action.words() + ", or send an API key as 'Authorization: Bearer KEY'.");
    }
    if (may) {
      throw new Problem.Forbidden(
          "The key lacks the scope ("
              + action.scope().code()
              + "), which it needs to "
              + action.words()
              + ".");
    }
    throw new Problem.Forbidden(
        "The role (" + actor.role().code() + ") may not " + action.words() + " here.");
  }

  /** The lowest role that may do an action, by whose organisation it is about. */
  private static final class Table {
    private final Map<Action, Map<Whose, Role>> lowest = new EnumMap<>(Action.class);

    Table everybody(Action action) {
      return allow(action, ANYONE, NONE, OWN, FOREIGN);
    }

    Table whoeverIsSignedIn(Action action) {
      return allow(action, MEMBER, NONE, OWN, FOREIGN);
    }

    Table membersForTheirOwn(Action action) {
      return allow(action, MEMBER, OWN);
    }

    Table staff(Action action) {
      return allow(action, STAFF, NONE);
    }

    Table staffForAny(Action action) {
      return allow(action, STAFF, NONE, OWN, FOREIGN);
    }

    Table admins(Action action) {
      return allow(action, ADMIN, NONE);
    }

    private Table allow(Action action, Role role, Whose... whose) {
      Map<Whose, Role> row = lowest.computeIfAbsent(action, key -> new EnumMap<>(Whose.class));
      for (Whose each : whose) {
        row.merge(each, role, (one, other) -> one.isAtLeast(other) ? other : one);
      }
      return this;
    }

    @Nullable Role lowest(Action action, Whose whose) {
      Map<Whose, Role> row = lowest.get(action);
      return row == null ? null : row.get(whose);
    }
  }
}
