package praya;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.store.VaultKey;

/** Settings: where they come from, what is wrong with them, and what is never shown. */
class ConfigTest {
  private static final String URL = "postgresql://praya:s3cret%40x@db.example:5433/directory";

  @TempDir Path folder;

  @Test
  void nothingGiven_takesDefaults() {
    Config config = Config.read(Map.of(), Map.of());
    assertThat(config.host()).isEqualTo("127.0.0.1");
    assertThat(config.port()).isEqualTo(7070);
    assertThat(config.data()).isEqualTo(Path.of("data").toAbsolutePath());
    assertThat(config.demo()).isTrue();
    assertThat(config.database()).isEmpty();
    assertThat(config.sources().values()).allMatch(source -> source.from().equals("default"));
  }

  @Test
  void commandLine_goesBeforeTheEnvironment() {
    var given = new HashMap<String, @Nullable String>();
    given.put("port", "8080");
    given.put("host", null);
    Config config =
        Config.read(
            given, Map.of("PRAYA_PORT", "9090", "PRAYA_HOST", "0.0.0.0", "PRAYA_NO_DEMO", "true"));
    assertThat(config.port()).isEqualTo(8080);
    assertThat(config.host()).isEqualTo("0.0.0.0");
    assertThat(config.demo()).isFalse();
    assertThat(config.sources().get("port").from()).isEqualTo("command line");
    assertThat(config.sources().get("host").from()).isEqualTo("PRAYA_HOST");
  }

  @Test
  void faults_areToldAllAtOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    Map<String, @Nullable String> given =
        Map.of(
            "port", "70700",
            "host", " ",
            "data", file.toString(),
            "no-demo", "maybe",
            "database-url", "mysql://x",
            "smtp-url", "smtp://u:s3cret@mail.example?starttls=none&from=nobody",
            "secret-key", "s3cret");
    assertThatThrownBy(() -> Config.read(given, Map.of()))
        .isInstanceOf(Config.Unusable.class)
        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(8))
        .hasMessageContaining("host must not be empty")
        .hasMessageContaining("port (70700)")
        .hasMessageContaining("is a file")
        .hasMessageContaining("no-demo (maybe)")
        .hasMessageContaining("database-url must look like")
        .hasMessageContaining("smtp-url would send the password in clear")
        .hasMessageContaining("smtp-url must name whom letters are from")
        .hasMessageContaining("secret-key must be 32 bytes in base64")
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void secrets_areReadAndNeverShown() {
    String key = VaultKey.random().base64();
    Config config =
        Config.read(
            Map.of(),
            Map.of(
                "PRAYA_SMTP_URL",
                "smtps://praya:s3cret@mail.example?from=praya@example.com",
                "PRAYA_SECRET_KEY",
                key));
    assertThat(config.secrets().smtp()).get().matches(server -> server.port() == 465);
    assertThat(config.secrets().key()).get().matches(read -> read.base64().equals(key));
    assertThat(config.toString()).doesNotContain("s3cret", key);
    assertThat(config.sources().get("smtp-url").value())
        .isEqualTo("smtps://praya:***@mail.example?from=praya@example.com");
    assertThat(config.sources().get("secret-key").value()).isEqualTo("***");
    assertThat(Config.read(Map.of(), Map.of()).secrets()).isEqualTo(SecretSettings.NONE);
  }

  @Test
  void data_empty_isAFaultAndNotThePresentFolder() {
    assertThatThrownBy(() -> Config.read(Map.of(), Map.of("PRAYA_DATA", "")))
        .isInstanceOf(Config.Unusable.class)
        .hasMessageContaining("data must not be empty");
  }

  @Test
  void port_thatIsNone_isAFault() {
    for (String port : List.of("", "-1", "65536", "99999999999", "80 ", "eighty")) {
      assertThatThrownBy(() -> Config.read(Map.of("port", port), Map.of()))
          .as(port)
          .isInstanceOf(Config.Unusable.class);
    }
    assertThat(Config.read(Map.of("port", "0"), Map.of()).port()).isZero();
  }

  @Test
  void databaseUrl_isTakenApart() {
    for (String prefix : List.of("", "jdbc:")) {
      var database =
          Config.read(Map.of("database-url", prefix + URL + "?sslmode=require"), Map.of())
              .database()
              .orElseThrow();
      assertThat(database.url())
          .isEqualTo("jdbc:postgresql://db.example:5433/directory?sslmode=require");
      assertThat(database.user()).isEqualTo("praya");
      assertThat(database.password()).isEqualTo("s3cret@x");
    }
  }

  @Test
  void databaseUrl_incomplete_isAFaultThatDoesNotShowThePassword() {
    for (String url :
        List.of(
            "",
            "postgresql://db.example/directory",
            "postgresql://praya:s3cret@db.example",
            "postgresql://praya:s3cret@db.example/",
            "http://praya:s3cret@db.example/directory",
            "postgresql://praya:s3cret x@db.example/directory",
            "postgresql://praya:s3cret%zz@db.example/directory",
            "postgresql://praya:s3cret@db.example:port/directory",
            "postgresql:s3cret")) {
      assertThatThrownBy(() -> Config.read(Map.of("database-url", url), Map.of()))
          .as(url)
          .isInstanceOf(Config.Unusable.class)
          .hasMessageContaining("database-url must look like")
          .hasMessageNotContaining("s3cret");
    }
  }

  @Test
  void password_isNeverShown() {
    for (String url : List.of(URL, URL + "?password=s3cret&x=y", URL + "?sslpassword=s3cret")) {
      Config config = Config.read(Map.of("database-url", url), Map.of());
      assertThat(config.toString()).doesNotContain("s3cret");
      String shown = config.sources().get("database-url").value();
      assertThat(shown).doesNotContain("s3cret").contains("praya:***@db.example");
    }
  }

  @Test
  void seedFolder_listsWhatIsThere_demoOnlyOnWish() {
    Path seed = Path.of("seed-data");
    assertThat(SeedFolder.files(seed, true)).hasSize(13).allMatch(Files::exists);
    assertThat(SeedFolder.files(seed, false))
        .extracting(file -> seed.relativize(file).toString())
        .containsExactlyInAnyOrder(
            "taxonomy.json",
            "organisations.jsonl",
            "relations.jsonl",
            "figures.json",
            "demo/centre.json");
    assertThat(SeedFolder.notYet(seed, true)).hasSize(1);
    assertThat(SeedFolder.notYet(seed, false)).isEmpty();
    assertThat(SeedFolder.files(folder, true)).isEmpty();
  }

  @Test
  void seedFolder_everyDataFileIsEitherLoadedOrNamedAsLeftOut() throws Exception {
    Path seed = Path.of("seed-data");
    try (var files = Files.walk(seed)) {
      assertThat(files.filter(file -> file.toString().matches(".*\\.jsonl?")))
          .allMatch(file ->
              SeedFolder.files(seed, true).contains(file)
                  || SeedFolder.notYet(seed, true).contains(file));
    }
  }
}
