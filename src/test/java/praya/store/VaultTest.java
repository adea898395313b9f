package praya.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.testkit.TestCore;

/** What is sealed opens with its key, at its place, unchanged, and not otherwise. */
class VaultTest {
  private static final String TEXT = "chan@harbour.example 陳大文";

  @TempDir Path folder;

  private final TestCore test = TestCore.empty();
  private final VaultKey key = VaultKey.random();
  private final Vault vault = open(key);

  @AfterEach
  void close() {
    test.close();
  }

  private Vault open(VaultKey with) {
    return Vault.open(test.core().database(), with, test.core().clock());
  }

  @Test
  void text_sealed_opensAtItsPlaceOnly() {
    byte[] sealed = vault.seal("letter/1", TEXT);
    assertThat(vault.open("letter/1", sealed)).isEqualTo(TEXT);
    assertThat(open(VaultKey.parse(key.base64()).orElseThrow()).open("letter/1", sealed))
        .isEqualTo(TEXT);
    assertThatThrownBy(() -> vault.open("letter/2", sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("letter/2");
  }

  @Test
  void text_sealedTwice_looksDifferentAndHidesItself() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      String sealed = new String(vault.seal("p", TEXT), StandardCharsets.ISO_8859_1);
      assertThat(sealed).doesNotContain("chan", "harbour");
      assertThat(seen.add(sealed)).isTrue();
    }
  }

  @Test
  void text_changedInAnyByte_doesNotOpen() {
    byte[] sealed = vault.seal("p", TEXT);
    for (int i = 0; i < sealed.length; i++) {
      byte[] changed = sealed.clone();
      changed[i] ^= 1;
      assertThatThrownBy(() -> vault.open("p", changed)).as("byte " + i).isNotNull();
    }
    for (int length : new int[] {0, 1, 17, 32, sealed.length - 1}) {
      assertThatThrownBy(() -> vault.open("p", java.util.Arrays.copyOf(sealed, length)))
          .as("length " + length)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void key_ofAnotherDatabase_isRefusedAtTheDoor() {
    VaultKey other = VaultKey.random();
    assertThatThrownBy(() -> open(other))
        .isInstanceOf(Vault.Unusable.class)
        .hasMessageContaining("id " + other.id())
        .hasMessageContaining("id " + key.id())
        .hasMessageContaining("PRAYA_SECRET_KEY")
        .hasMessageContaining("secret.key")
        .hasMessageNotContaining(other.base64());
  }

  @Test
  void text_ofAnotherKey_saysWhichKeyItWants() {
    byte[] sealed = vault.seal("p", TEXT);
    try (TestCore elsewhere = TestCore.empty()) {
      Vault other =
          Vault.open(elsewhere.core().database(), VaultKey.random(), elsewhere.core().clock());
      assertThatThrownBy(() -> other.open("p", sealed))
          .isInstanceOf(Vault.Unusable.class)
          .hasMessageContaining("id " + key.id());
    }
  }

  @Test
  void keys_twoForOneNewDatabaseAtOnce_oneIsRefused() throws Exception {
    try (TestCore fresh = TestCore.empty();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Boolean> opening =
          () -> {
            try {
              Vault.open(fresh.core().database(), VaultKey.random(), fresh.core().clock());
              return true;
            } catch (Vault.Unusable e) {
              return false;
            }
          };
      int opened = 0;
      for (var result : threads.invokeAll(Collections.nCopies(6, opening))) {
        opened += result.get() ? 1 : 0;
      }
      assertThat(opened).isEqualTo(1);
      assertThat(fresh.count("vault_key")).isEqualTo(1);
    }
  }

  @Test
  void file_isMadeOnceForItsOwnerAlone() throws Exception {
    Path data = folder.resolve("data");
    Callable<String> opening = () -> VaultKey.ofFolder(data).base64();
    Set<String> keys = new HashSet<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var result : threads.invokeAll(Collections.nCopies(8, opening))) {
        keys.add(result.get());
      }
    }
    assertThat(keys).hasSize(1);
    assertThat(keys).containsExactly(VaultKey.ofFolder(data).base64());
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(data.resolve("secret.key"));
    }
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(data.resolve("secret.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void file_thatOthersMayReadOrThatHoldsNoKey_isRefused() throws Exception {
    VaultKey.ofFolder(folder);
    Path file = folder.resolve("secret.key");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> VaultKey.ofFolder(folder))
        .isInstanceOf(Vault.Unusable.class)
        .hasMessageContaining("chmod 600");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    for (String text : List.of("", "secret", key.base64().substring(4))) {
      Files.writeString(file, text);
      assertThatThrownBy(() -> VaultKey.ofFolder(folder))
          .isInstanceOf(Vault.Unusable.class)
          .hasMessageContaining("32 bytes")
          .hasMessageNotContaining("secret\n");
    }
  }

  @Test
  void key_isNotToldToALog() {
    assertThat(key.toString()).doesNotContain(key.base64()).contains(key.id());
    assertThat(key.id()).matches("[0-9a-f]{8}");
  }
}
