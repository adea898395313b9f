package praya.domain;

import java.util.EnumSet;
import java.util.Set;

/** What a key of a program is good for; a person at a browser has all of it. */
public enum Scope {
  /** Looking at what its role may see. */
  READ("read"),
  /** Changing records of the directory, as its role may. */
  WRITE("write"),
  /** Accounts, keys, claims and decisions about people. */
  PEOPLE("people");

  public static final Set<Scope> ALL = Set.copyOf(EnumSet.allOf(Scope.class));

  private final String code;

  Scope(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Scope of(String code) {
    for (Scope scope : values()) {
      if (scope.code.equals(code)) {
        return scope;
      }
    }
    throw new IllegalArgumentException("The scope (" + code + ") is not known.");
  }
}
