package praya.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail address as accounts have it: in small letters, one spelling for one account. */
final class EmailAddress {
  /** What SMTP carries at most (RFC 5321, 4.5.3.1.3, as erratum 1690 counts it). */
  static final int MAX_LENGTH = 254;

  /**
   * Plain ASCII with a dot in the domain. Other scripts are left out on purpose: letters that look
   * alike would make two accounts of what a person reads as one address.
   */
  private static final Pattern SHAPE =
      Pattern.compile(
          "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+"
              + "[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

  private EmailAddress() {}

  /** The address in the text; empty when there is none that mail could be sent to. */
  static Optional<String> read(String text) {
    String address = text.strip().toLowerCase(Locale.ROOT);
    return address.length() <= MAX_LENGTH && SHAPE.matcher(address).matches()
        ? Optional.of(address)
        : Optional.empty();
  }
}
