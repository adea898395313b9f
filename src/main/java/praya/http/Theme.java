package praya.http;

/** Which colours a page uses: as the reader's system says, or always light, or always dark. */
public enum Theme {
  AUTO("auto"),
  LIGHT("light"),
  DARK("dark");

  private final String code;

  Theme(String code) {
    this.code = code;
  }

  /** The value of the {@code theme} parameter and of the cookie. */
  public String code() {
    return code;
  }

  /** The theme of a cookie or parameter; anything else reads as {@link #AUTO}. */
  public static Theme of(String code) {
    for (Theme theme : values()) {
      if (theme.code.equals(code)) {
        return theme;
      }
    }
    return AUTO;
  }
}
