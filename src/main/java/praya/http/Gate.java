package praya.http;

import praya.domain.Action;
import praya.domain.Actor;

/** A condition beside the permission table that an actor must meet before an action. */
public interface Gate {
  /** Lets everybody through. */
  Gate OPEN = (actor, action) -> {};

  /**
   * Lets the actor through to the action.
   *
   * @throws praya.domain.Problem when something is to be done first
   */
  void pass(Actor actor, Action action);
}
