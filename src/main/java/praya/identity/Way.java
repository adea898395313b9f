package praya.identity;

/** By what somebody signed in. */
public enum Way {
  PRINTED_LINK("printed-link"),
  MAIL_LINK("mail-link"),
  PROVIDER("provider"),
  PASSKEY("passkey");

  private final String code;

  Way(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  static Way of(String code) {
    for (Way way : values()) {
      if (way.code.equals(code)) {
        return way;
      }
    }
    throw new IllegalArgumentException("The way (" + code + ") is not known.");
  }
}
