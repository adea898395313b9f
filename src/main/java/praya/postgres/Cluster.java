package praya.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.io.file.PathUtils;

/**
 * One database cluster in a data folder: the data, the password of its only user, and its log.
 *
 * @param folder real path of the data folder
 */
record Cluster(Path folder) {

  /** The only user; owner of everything. */
  static final String USER = "praya";

  /** Far beyond guessing, and short enough to be copied. */
  private static final int PASSWORD_BYTES = 24;

  /** Enough to see why a start failed, above PostgreSQL's own hints. */
  private static final int TAIL_LINES = 8;

  /** A log of some weeks; one older file is kept beside it. */
  private static final long LOG_LIMIT_BYTES = 10_000_000;

  Path data() {
    return folder.resolve("postgres");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  private Path passwordFile() {
    return folder.resolve("postgres.password");
  }

  /** Whether there is a cluster that this program can run; refuses what it cannot. */
  boolean exists() throws IOException {
    if (!Files.exists(data()) || isEmpty(data())) {
      return false;
    }
    Path versionFile = data().resolve("PG_VERSION");
    if (!Files.isRegularFile(versionFile)) {
      throw new DataFolderUnusable(
          folder,
          "its folder postgres has no PG_VERSION and is no database",
          "Maybe choose another folder with --data.");
    }
    String version = Files.readString(versionFile).trim();
    if (!version.equals(Integer.toString(PostgresBinaries.MAJOR))) {
      throw new DataFolderUnusable(
          folder,
          "its database was made by PostgreSQL %s, and this program brings %d"
              .formatted(version, PostgresBinaries.MAJOR),
          "Maybe start the Praya that made it, take a backup there, "
              + "and restore it into a new folder.");
    }
    if (!Files.isRegularFile(passwordFile())) {
      throw new DataFolderUnusable(
          folder,
          "the file postgres.password is missing",
          "Maybe put it back, or restore a backup into a new folder.");
    }
    return true;
  }

  /** A killed attempt leaves only a folder that the next one removes. */
  void create(PostgresBinaries binaries, Privileges privileges)
      throws IOException, InterruptedException {
    Path partial = folder.resolve("postgres.partial");
    if (Files.exists(partial)) {
      PathUtils.deleteDirectory(partial);
    }
    Files.createDirectory(
        partial,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    privileges.handOver(partial);
    Path handedPassword = newPasswordFile();
    privileges.handOver(handedPassword);
    int status =
        privileges
            .program(
                List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + partial,
                    "--username=" + USER,
                    "--pwfile=" + handedPassword,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    // The built-in provider sorts alike on every machine, whatever its libc.
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C.UTF-8",
                    "--data-checksums",
                    "--no-instructions"),
                openLog())
            .start()
            .waitFor();
    if (status != 0) {
      throw failure("initdb ended with exit status " + status);
    }
    // The password comes first: a cluster without one could never be opened.
    Files.setAttribute(handedPassword, "unix:uid", Files.getAttribute(folder, "unix:uid"));
    Files.move(handedPassword, passwordFile(), StandardCopyOption.ATOMIC_MOVE);
    Files.deleteIfExists(data());
    Files.move(partial, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  String password() throws IOException {
    return Files.readString(passwordFile()).trim();
  }

  /** Creates the log so that only its owner reads it: it may quote statements. */
  Path openLog() throws IOException {
    if (Files.exists(log()) && Files.size(log()) > LOG_LIMIT_BYTES) {
      Files.move(log(), folder.resolve("postgres.log.old"), StandardCopyOption.REPLACE_EXISTING);
    }
    if (!Files.exists(log())) {
      createForOwner(log());
    }
    return log();
  }

  /** What to throw when a program of PostgreSQL failed, with the end of its log. */
  DataFolderUnusable failure(String what) throws IOException {
    List<String> lines = Files.readAllLines(log());
    List<String> tail = lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
    return new DataFolderUnusable(
        folder,
        what,
        "Maybe mend what its log names at the end, or restore a backup into a new folder.\n"
            + String.join("\n", tail));
  }

  private Path newPasswordFile() throws IOException {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    Path file = folder.resolve("postgres.password.partial");
    Files.deleteIfExists(file);
    createForOwner(file);
    Files.writeString(
        file,
        HexFormat.of().formatHex(bytes) + "\n",
        UTF_8,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    return file;
  }

  private static void createForOwner(Path file) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
      return !entries.iterator().hasNext();
    }
  }
}
