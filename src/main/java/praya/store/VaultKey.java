package praya.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The secret key of a {@link Vault}: 256 bits that are kept outside the database. */
public final class VaultKey {
  /** The name of the file in the data folder. */
  public static final String FILE = "secret.key";

  private static final int BYTES = 32;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] bytes;

  private VaultKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Reads 32 bytes in base64; empty when the text is anything else. */
  public static Optional<VaultKey> parse(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      return bytes.length == BYTES ? Optional.of(new VaultKey(bytes)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** A new one. */
  public static VaultKey random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new VaultKey(bytes);
  }

  /**
   * The key in the folder's file; made when there is none. Two programs that begin at once get the
   * same one.
   *
   * @throws Vault.Unusable when the file holds no key, or others may read it
   */
  public static VaultKey ofFolder(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(folder, file);
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VaultKey read(Path file) throws IOException {
    if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
      throw new Vault.Unusable(
          "The file of the secret key (%s) can be read by others. 'chmod 600' closes it."
              .formatted(file));
    }
    return parse(Files.readString(file, StandardCharsets.US_ASCII))
        .orElseThrow(() ->
            new Vault.Unusable(
                "The file of the secret key (%s) does not hold 32 bytes in base64. Put the right one"
                        .formatted(file)
                    + " back; without it, what it sealed cannot be read."));
  }

  /** Written to the disk in full before it has its name: nothing is ever sealed by half a key. */
  private static void make(Path folder, Path file) throws IOException {
    Files.createDirectories(folder);
    FileAttribute<?> closed = PosixFilePermissions.asFileAttribute(OWNER_ONLY);
    Path draft = Files.createTempFile(folder, FILE, ".new", closed);
    try {
      try (var channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(random().base64().getBytes(StandardCharsets.US_ASCII)));
        channel.force(true);
      }
      link(file, draft);
      try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
        directory.force(true);
      }
    } finally {
      Files.delete(draft);
    }
  }

  private static void link(Path file, Path draft) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException e) {
      // Another program was faster; its key is ours.
      if (!Files.isRegularFile(file)) {
        throw e;
      }
    }
  }

  /** The text to give as a setting. */
  public String base64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Eight hexadecimal digits that tell keys apart and nothing about them. */
  public String id() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update("praya vault key id".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest.digest(bytes), 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  SecretKey aes() {
    return new SecretKeySpec(bytes, "AES");
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "VaultKey[" + id() + "]";
  }
}
