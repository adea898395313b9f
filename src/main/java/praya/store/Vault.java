package praya.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals what must be readable again, such as the address of a letter, so that the database and its
 * dumps do not hold it in clear: AES-256 in Galois/Counter Mode with a key from outside.
 *
 * <p>A sealed text is bound to its place by a name that is authenticated with it: moved to another
 * row or column, it does not open. It begins with a version and the id of its key, so that a later
 * version can have several keys. Each has a random nonce of 96 bits; for that, a key is good for
 * 2^32 texts (NIST SP 800-38D, 8.3), more than any directory ever mails.
 */
public final class Vault {
  private static final byte VERSION = 1;
  private static final int KEY_ID_BYTES = 4;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int HEAD_BYTES = 1 + KEY_ID_BYTES + NONCE_BYTES;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final VaultKey key;

  /** The key cannot be used, or is not the one that this database was sealed with. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String message) {
      super(message);
    }
  }

  private Vault(VaultKey key) {
    this.key = key;
  }

  /**
   * The vault of a database. The first key it is opened with is remembered by its id; another one
   * is refused, because it would open nothing of what is there.
   *
   * @throws Unusable when the key does not belong to the database
   */
  public static Vault open(Database database, VaultKey key, Clock clock) {
    var store = new VaultStore(database);
    List<String> known = store.keys(key.id(), clock.instant());
    if (!known.contains(key.id())) {
      throw new Unusable(
          "The secret key (id %s) is not the one that this database was sealed with (id %s)."
                  .formatted(key.id(), String.join(", ", known))
              + " Set PRAYA_SECRET_KEY to that one, or put its file ("
              + VaultKey.FILE
              + ") back into the data folder. When it is lost for good, so are the letters that"
              + " were not sent: empty the tables outbox_mail and vault_key, and start again.");
    }
    return new Vault(key);
  }

  /**
   * Seals a text.
   *
   * @param place where it is kept, e.g. {@code outbox_mail.body/ID}
   */
  public byte[] seal(String place, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] head =
        ByteBuffer.allocate(HEAD_BYTES)
            .put(VERSION)
            .put(HexFormat.of().parseHex(key.id()))
            .put(nonce)
            .array();
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, head, place);
      byte[] sealed = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(HEAD_BYTES + sealed.length).put(head).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES/GCM", e);
    }
  }

  /**
   * Opens what was sealed for the same place.
   *
   * @throws Unusable when it was sealed with another key
   * @throws IllegalStateException when it was changed, or sealed for another place
   */
  public String open(String place, byte[] sealed) {
    if (sealed.length < HEAD_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
      throw new IllegalStateException("What is kept at (" + place + ") is not sealed by a vault.");
    }
    String sealedWith = HexFormat.of().formatHex(sealed, 1, 1 + KEY_ID_BYTES);
    if (!sealedWith.equals(key.id())) {
      throw new Unusable(
          "What is kept at (%s) was sealed with another secret key (id %s) than this one (id %s)."
                  .formatted(place, sealedWith, key.id())
              + " Set PRAYA_SECRET_KEY to that one.");
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, sealed, place);
      byte[] text = cipher.doFinal(sealed, HEAD_BYTES, sealed.length - HEAD_BYTES);
      return new String(text, StandardCharsets.UTF_8);
    } catch (AEADBadTagException e) {
      throw new IllegalStateException(
          "What is kept at (" + place + ") was changed, or sealed for another place.", e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has AES/GCM", e);
    }
  }

  private Cipher cipher(int mode, byte[] head, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    int nonceAt = HEAD_BYTES - NONCE_BYTES;
    cipher.init(mode, key.aes(), new GCMParameterSpec(TAG_BITS, head, nonceAt, NONCE_BYTES));
    cipher.updateAAD(head, 0, nonceAt);
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
