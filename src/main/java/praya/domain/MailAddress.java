package praya.domain;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address that can be sent to. The domain is in lower case and in the letters of DNS ({@code
 * xn--}), so that two ways to write one host are one address; the part before the sign is kept as
 * it is, because only the host knows whether its case means anything.
 *
 * <p>Narrower than the standard on purpose: no quotes, comments, routes ({@code %} and {@code !}
 * among them), bare hosts or numbers of machines, which people do not have and which only help to
 * smuggle something in.
 *
 * @param text such as {@code chan@example.com.hk}
 */
public record MailAddress(String text) {
  /** RFC 5321, 4.5.3.1: what every server must take. */
  private static final int LONGEST_LOCAL = 64;

  private static final int LONGEST = 254;

  private static final Pattern LOCAL =
      Pattern.compile("[A-Za-z0-9#$&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9#$&'*+/=?^_`{|}~-]+)*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  public MailAddress {
    if (!isWellFormed(text)) {
      throw new IllegalArgumentException("Not a mail address in the form that is kept.");
    }
  }

  /** Reads what a person wrote; empty when it is no address that can be sent to. */
  public static Optional<MailAddress> find(String written) {
    String text = written.strip();
    int at = text.lastIndexOf('@');
    if (at < 1 || text.length() > LONGEST) {
      return Optional.empty();
    }
    var faults = new IDNA.Info();
    var domain = new StringBuilder();
    IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ)
        .nameToASCII(text.substring(at + 1), domain, faults);
    String address = text.substring(0, at) + "@" + domain.toString().toLowerCase(Locale.ROOT);
    return faults.hasErrors() || !isWellFormed(address)
        ? Optional.empty()
        : Optional.of(new MailAddress(address));
  }

  /**
   * Reads what a person wrote in a field.
   *
   * @throws Problem.InvalidInput when it is no address that can be sent to
   */
  public static MailAddress of(String field, String written) {
    return find(written)
        .orElseThrow(() ->
            new Problem.InvalidInput(
                field,
                written,
                "The field %s (%s) is not a mail address. It looks like name@example.com."
                    .formatted(field, written)));
  }

  private static boolean isWellFormed(String text) {
    int at = text.lastIndexOf('@');
    return at >= 1
        && at <= LONGEST_LOCAL
        && text.length() <= LONGEST
        && LOCAL.matcher(text.substring(0, at)).matches()
        && DOMAIN.matcher(text.substring(at + 1)).matches();
  }

  /** The host, e.g. {@code example.com.hk}. */
  public String domain() {
    return text.substring(text.lastIndexOf('@') + 1);
  }

  /** Keeps the address out of logs; {@link #text} is for those who need it. */
  @Override
  public String toString() {
    return "MailAddress[...@" + domain() + "]";
  }
}
