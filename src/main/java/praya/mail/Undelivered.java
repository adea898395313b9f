package praya.mail;

/**
 * A letter was not taken by the mail server. That is nothing that anybody here did wrong, and
 * whoever sends must say what comes of it, so it is checked.
 */
final class Undelivered extends Exception {
  private static final long serialVersionUID = 1L;
  private final Whose whose;

  /** What would fail as well. */
  enum Whose {
    /** The server cannot be used: every letter would fail, so the others are not even tried. */
    SERVER,
    /** This letter, this time. */
    LETTER,
    /** This letter, however often it is tried. */
    LETTER_FOR_GOOD
  }

  /**
   * @param error one word, with the reply code if there is one; never what the server said, which
   *     often repeats the address
   */
  Undelivered(Whose whose, String error) {
    super(error);
    this.whose = whose;
  }

  Whose whose() {
    return whose;
  }

  /** Such as {@code refused 550}. */
  String error() {
    return String.valueOf(getMessage());
  }
}
