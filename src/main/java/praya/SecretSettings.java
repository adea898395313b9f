package praya;

import java.util.Optional;
import praya.mail.SmtpServer;
import praya.store.VaultKey;

/**
 * The settings that hold secrets.
 *
 * @param smtp where letters are sent; empty where they are read in the outbox
 * @param key what the vault seals with; empty for the file in the data folder
 */
public record SecretSettings(Optional<SmtpServer> smtp, Optional<VaultKey> key) {
  public static final SecretSettings NONE = new SecretSettings(Optional.empty(), Optional.empty());

  static SecretSettings read(Config.Reading reading) {
    return new SecretSettings(smtp(reading), key(reading));
  }

  private static Optional<SmtpServer> smtp(Config.Reading reading) {
    return reading
        .findSecret("smtp-url", Config.Reading::masked)
        .flatMap(url -> SmtpServer.parse(url, wanted -> reading.fault("smtp-url", wanted)));
  }

  private static Optional<VaultKey> key(Config.Reading reading) {
    Optional<String> given = reading.findSecret("secret-key", text -> "***");
    Optional<VaultKey> read = given.flatMap(VaultKey::parse);
    if (given.isPresent() && read.isEmpty()) {
      reading.fault(
          "secret-key", "must be 32 bytes in base64. 'openssl rand -base64 32' makes such a key.");
    }
    return read;
  }
}
