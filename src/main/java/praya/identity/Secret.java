package praya.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random text that proves who somebody is. It has 256 random bits, so a plain SHA-256 of it can
 * be stored: there is nothing to guess, and slow hashing is for passwords.
 */
public record Secret(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new one; the prefix lets people and scanners recognise what leaked. */
  public static Secret random(String prefix) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is stored in its place. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** Another secret that follows from this one and a purpose, and tells nothing about it. */
  public Secret derive(String purpose) {
    byte[] bytes = new Secret(purpose + "\n" + text).hash();
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "Secret[...]";
  }
}
