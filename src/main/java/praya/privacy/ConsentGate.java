package praya.privacy;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.domain.Role;
import praya.domain.Scope;
import praya.http.Gate;

/**
 * Members agree to the notice before they act for an organisation. Reading, signing out and what
 * one does with one's own data never wait for it; staff are bound by their employment.
 */
public final class ConsentGate implements Gate {
  private static final Set<Action> FREE = EnumSet.of(Action.SIGN_IN, Action.MANAGE_OWN_ACCOUNT);

  private final ConsentService consents;

  public ConsentGate(ConsentService consents) {
    this.consents = consents;
  }

  @Override
  public void pass(Actor actor, Action action) {
    UUID account = actor.account();
    if (account == null
        || actor.role() != Role.MEMBER
        || action.scope() == Scope.READ
        || FREE.contains(action)
        || consents.isGiven(account)) {
      return;
    }
    throw new Problem.ConsentMissing(
        "Before you "
            + action.words()
            + ", read the notice about your personal data at /account/consent and agree to it,"
            + " once.");
  }
}
