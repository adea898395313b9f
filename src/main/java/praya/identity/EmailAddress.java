package praya.identity;

import java.util.Locale;
import java.util.Optional;
import praya.domain.MailAddress;

/**
 * A mail address as accounts have it: all of it in small letters, one spelling for one account. A
 * host may tell capitals apart; none that people use does, and two accounts of what reads as one
 * address would be a trap.
 */
final class EmailAddress {
  /** What SMTP carries at most (RFC 5321, 4.5.3.1.3). */
  static final int MAX_LENGTH = 254;

  private EmailAddress() {}

  /** The address in the text; empty when there is none that mail could be sent to. */
  static Optional<String> read(String text) {
    return MailAddress.find(text).map(address -> address.text().toLowerCase(Locale.ROOT));
  }
}
