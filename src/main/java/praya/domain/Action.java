package praya.domain;

/**
 * Everything that somebody can do. Every route names one; {@link Permission} says who may. The
 * scope is what a key must have for it.
 */
public enum Action {
  READ_DIRECTORY(Scope.READ, "read the directory"),
  SIGN_IN(Scope.READ, "sign in"),
  READ_OWN_ACCOUNT(Scope.READ, "see one's own account"),
  MANAGE_OWN_ACCOUNT(Scope.PEOPLE, "manage one's own account"),
  CLAIM_ORGANISATION(Scope.PEOPLE, "claim an organisation"),
  SAVE_SEARCHES(Scope.PEOPLE, "save searches"),
  STOP_LETTERS(Scope.READ, "end letters by their link"),

  CREATE_ORGANISATION(Scope.WRITE, "create an organisation"),
  EDIT_ORGANISATION(Scope.WRITE, "change an organisation"),
  DELETE_ORGANISATION(Scope.WRITE, "delete an organisation"),
  EDIT_EXCHANGE(Scope.WRITE, "change needs and offers"),
  EDIT_RELATION(Scope.WRITE, "change relations"),
  EDIT_ALLOCATION(Scope.WRITE, "change allocations"),
  CONFIRM_FACTS(Scope.WRITE, "confirm that facts are still true"),
  READ_HISTORY(Scope.READ, "read the history of a record"),
  ASK_FOR_DELISTING(Scope.PEOPLE, "ask for an organisation to be delisted"),

  DECIDE_CLAIMS(Scope.PEOPLE, "decide claims"),
  DECIDE_PROPOSALS(Scope.PEOPLE, "decide proposed changes"),
  DELIST_ORGANISATION(Scope.WRITE, "delist an organisation"),
  EDIT_TAXONOMY(Scope.WRITE, "change terms of the taxonomy"),
  EDIT_WEIGHTS(Scope.WRITE, "change the weights of matchmaking"),
  READ_STAFF_DESK(Scope.READ, "see how the program is doing"),
  READ_DEMAND(Scope.READ, "see what is searched in vain"),
  READ_OUTBOX(Scope.PEOPLE, "read the outbox"),
  SEND_LETTER_AGAIN(Scope.PEOPLE, "send a letter again"),
  MANAGE_STAFF_KEYS(Scope.PEOPLE, "manage keys of staff"),
  READ_AUDIT(Scope.PEOPLE, "read the audit"),
  MANAGE_ACCOUNTS(Scope.PEOPLE, "manage accounts");

  private final Scope scope;
  private final String words;

  Action(Scope scope, String words) {
    this.scope = scope;
    this.words = words;
  }

  public Scope scope() {
    return scope;
  }

  /** The action as the end of a sentence that begins with "may". */
  public String words() {
    return words;
  }
}
