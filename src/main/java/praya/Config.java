package praya;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import praya.http.PublicUrl;
import praya.postgres.PostgresConnection;

/**
 * The settings. Each comes from the command line, else from the environment, else it has a default.
 *
 * @param web how the site is reached and guarded
 * @param secrets the mail server and the key of the vault
 * @param data the folder that holds everything that is kept
 * @param home where the program lies; {@code seed-data/} is below it
 * @param demo whether fictional records are loaded into an empty database
 * @param database an outside PostgreSQL; empty for the one that Praya starts itself
 * @param sources where each setting comes from, for {@code doctor}
 */
public record Config(
    WebSettings web,
    SecretSettings secrets,
    Path data,
    Path home,
    boolean demo,
    Optional<PostgresConnection> database,
    Map<String, Source> sources) {

  /** A setting as it is shown: secrets are masked. */
  public record Source(String value, String from) {}

  /** Settings that cannot be used, all of them. */
  public static final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(List<String> faults) {
      super(String.join(System.lineSeparator(), faults));
    }
  }

  /**
   * Reads the settings.
   *
   * @param given from the command line, by name without dashes; null values count as not given
   * @throws Unusable with every fault
   */
  public static Config read(Map<String, @Nullable String> given, Map<String, String> environment) {
    var reading = new Reading(given, environment);
    WebSettings web = WebSettings.read(reading);
    SecretSettings secrets = SecretSettings.read(reading);
    Path data = reading.folder("data", "data");
    Path home = programFolder();
    boolean demo = !reading.flag("no-demo");
    Optional<PostgresConnection> database = reading.database("database-url");
    if (!reading.faults.isEmpty()) {
      throw new Unusable(reading.faults);
    }
    return new Config(web, secrets, data, home, demo, database, reading.sources);
  }

  /** Where the program lies. */
  static Path programFolder() {
    return Path.of(System.getProperty("praya.home", "")).toAbsolutePath().normalize();
  }

  /** Settings without a mail server and without a key of their own. */
  public Config(
      WebSettings web,
      Path data,
      Path home,
      boolean demo,
      Optional<PostgresConnection> database,
      Map<String, Source> sources) {
    this(web, SecretSettings.NONE, data, home, demo, database, sources);
  }

  public String host() {
    return web.host();
  }

  public int port() {
    return web.port();
  }

  /** Where people reach the site, as far as it is known before the port is taken. */
  public PublicUrl publicUrl() {
    return web.publicUrl().orElseGet(() -> PublicUrl.listening(host(), port()));
  }

  /** The folder of seed data. */
  public Path seed() {
    return home.resolve("seed-data");
  }

  /** The unpacked programs of PostgreSQL; several data folders may share them. */
  public Path binaries() {
    return Path.of(
        System.getProperty("praya.binaries", data.resolve("postgres-binaries").toString()));
  }

  /** Reads settings by name, and collects what is wrong with them. */
  static final class Reading {
    private final Map<String, @Nullable String> given;
    private final Map<String, String> environment;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    Reading(Map<String, @Nullable String> given, Map<String, String> environment) {
      this.given = given;
      this.environment = environment;
    }

    String text(String name, String fallback) {
      String value = find(name).orElse(fallback);
      if (value.isBlank()) {
        faults.add(label(name) + " must not be empty.");
      }
      return value;
    }

    int port(String name, String fallback) {
      String value = find(name).orElse(fallback);
      if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65535) {
        return Integer.parseInt(value);
      }
      faults.add(
          label(name)
              + " ("
              + value
              + ") must be a whole number from 0 to 65535; 0 takes a free port.");
      return 0;
    }

    Path folder(String name, String fallback) {
      String value = text(name, fallback);
      Path folder = Path.of(value).toAbsolutePath().normalize();
      if (Files.exists(folder) && !Files.isDirectory(folder)) {
        faults.add(
            label(name)
                + " ("
                + value
                + ") is a file. Name a folder; it is made when it is missing.");
      }
      return folder;
    }

    boolean flag(String name) {
      String value = find(name).orElse("false");
      if (!value.equals("true") && !value.equals("false")) {
        faults.add(label(name) + " (" + value + ") must be true or false.");
      }
      return value.equals("true");
    }

    Optional<PostgresConnection> database(String name) {
      return findSecret(name, Reading::masked).flatMap(url -> connection(name, url));
    }

    /** A setting that is shown in another form than it is given. */
    Optional<String> findSecret(String name, UnaryOperator<String> shown) {
      Optional<String> value = find(name);
      if (value.isPresent()) {
        sources.computeIfPresent(
            name, (key, source) -> new Source(shown.apply(source.value()), source.from()));
      }
      return value;
    }

    private Optional<PostgresConnection> connection(String name, String url) {
      String wanted = label(name) + " must look like postgresql://user:password@host:5432/database";
      try {
        URI uri = new URI(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        String user = uri.getRawUserInfo();
        boolean postgres =
            "postgresql".equals(uri.getScheme()) || "postgres".equals(uri.getScheme());
        if (postgres && uri.getHost() != null && user != null && uri.getPath().length() > 1) {
          String[] parts = user.split(":", 2);
          String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
          String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
          return Optional.of(
              new PostgresConnection(
                  "jdbc:postgresql://" + uri.getHost() + port + uri.getPath() + query,
                  decoded(parts[0]),
                  parts.length > 1 ? decoded(parts[1]) : ""));
        }
        faults.add(wanted + ".");
      } catch (URISyntaxException e) {
        faults.add(wanted + "; it is not an address (" + e.getReason() + ").");
      }
      return Optional.empty();
    }

    /** A fault of a value that must not be shown. */
    void fault(String name, String wanted) {
      faults.add(label(name) + " " + wanted);
    }

    void fault(String name, String value, String wanted) {
      faults.add(label(name) + " (" + value + ") " + wanted);
    }

    /** The names in the middle of variables that begin and end like this, in small letters. */
    List<String> namesBetween(String begin, String end) {
      return environment.keySet().stream()
          .filter(name -> name.startsWith(begin) && name.endsWith(end))
          .filter(name -> name.length() > begin.length() + end.length())
          .map(name -> name.substring(begin.length(), name.length() - end.length()))
          .map(name -> name.toLowerCase(java.util.Locale.ROOT))
          .sorted()
          .toList();
    }

    Optional<String> find(String name) {
      String argument = given.get(name);
      String variable = "PRAYA_" + name.replace('-', '_').toUpperCase(java.util.Locale.ROOT);
      String fromEnvironment = environment.get(variable);
      if (argument != null) {
        sources.put(name, new Source(argument, "command line"));
        return Optional.of(argument);
      }
      if (fromEnvironment != null) {
        sources.put(name, new Source(fromEnvironment, variable));
        return Optional.of(fromEnvironment);
      }
      sources.put(name, new Source("", "default"));
      return Optional.empty();
    }

    private static String label(String name) {
      return "The setting " + name;
    }

    private static String decoded(String text) {
      return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    static String masked(String url) {
      return url.replaceFirst("://([^:/@]+):[^/?]*@", "://$1:***@")
          .replaceAll("password=[^&]*", "password=***");
    }
  }
}
