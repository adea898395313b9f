package praya.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.MailAddress;
import praya.identity.SecretScan;
import praya.mail.Letter;
import praya.mail.MailTemplate;
import praya.testkit.StewardApp;

/** A person is planted, looked for wherever no person may be, taken away, and erased. */
class PersonalDataTest {
  private static final String NAME = "Quillfeather";

  private final LoggerContext logs = (LoggerContext) LoggerFactory.getILoggerFactory();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private StewardApp app;
  private Actor person;
  private String address;

  @BeforeEach
  void plant() {
    logged.setContext(logs);
    logged.start();
    logs.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(logged);
    logs.getLogger("praya.request").setLevel(Level.INFO);
    app = StewardApp.start();
    person = app.members().member(NAME, "red-kite");
    address = person.account() + "@people.example";
    app.test()
        .core()
        .mail()
        .put(
            new Letter(
                "planted",
                MailAddress.find(address).orElseThrow(),
                Language.EN,
                MailTemplate.ACCOUNT_CHANGED,
                List.of("a change"),
                null));
    assertThat(
            app.post(person, "/organisations/blue-heron/claim", "way", "staff", "note", "It is I")
                .statusCode())
        .isLessThan(400);
    app.get(person, "/account");
    app.get(person, "/organisations/red-kite/edit");
  }

  @AfterEach
  void stop() {
    logs.getLogger("praya.request").setLevel(null);
    logs.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(logged);
    app.close();
  }

  @Test
  void person_isInNoViewFeedAuditOrLog() {
    Actor staff = app.members().staff("other");
    for (String word : List.of(NAME, "people.example")) {
      for (String path :
          List.of(
              "/api/v1/organisations?q=" + word,
              "/api/v1/suggest?q=" + word.substring(0, 5),
              "/api/v1/changes?limit=100",
              "/api/v1/organisations/red-kite",
              "/api/v1/organisations/red-kite/statements",
              "/api/v1/organisations/red-kite/versions",
              "/api/v1/stats",
              "/api/v1/health",
              "/organisations/red-kite",
              "/organisations.csv",
              "/sitemap.xml")) {
        assertThat(app.get(staff, path).body()).as(path).doesNotContainIgnoringCase(word);
      }
      assertThat(SecretScan.tablesThatHold(app.test(), word)).as(word).containsOnly("account");
      assertThat(logged.list)
          .extracting(ILoggingEvent::getFormattedMessage)
          .noneMatch(line -> line.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)));
    }
    assertThat(logged.list).as("the log was listened to").isNotEmpty();
  }

  @Test
  void ownData_isAllThere_withoutSecretsAndOtherPeople() {
    app.members().member("Somebodyelse", "red-kite");
    String data = app.get(person, "/account/data.json").body();
    assertThat(data)
        .contains(NAME, address, "red-kite", "account-changed", "It is I", "\"version\":1")
        .doesNotContain("Somebodyelse", "hash", "session-", "key-");
    assertThat(app.get(person, "/api/v1/me/data").body()).contains(NAME);
  }

  @Test
  void erasing_needsTheTick_andThenNobodyIsLeft() {
    assertThat(app.post(person, "/account/erase").statusCode()).isEqualTo(422);
    assertThat(app.get(person, "/account").statusCode()).isEqualTo(200);
    assertThat(app.post(person, "/account/erase", "understood", "true").statusCode())
        .isEqualTo(303);
    assertThat(app.get(person, "/account").statusCode()).isEqualTo(303);
    assertThat(app.get(person, "/api/v1/me").statusCode()).isEqualTo(401);
    for (String word : List.of(NAME, address)) {
      assertThat(SecretScan.tablesThatHold(app.test(), word)).as(word).isEmpty();
    }
    assertThat(app.test().query("select count(*) from outbox_mail where template <> 'x'"))
        .as("letters to the person")
        .containsExactly("0");
    for (String column :
        app.test()
            .query(
                "select conrelid::regclass || '.' || attname from pg_constraint"
                    + " join pg_attribute on attrelid = conrelid and attnum = conkey[1]"
                    + " where contype = 'f' and confrelid = 'account'::regclass")) {
      String[] parts = column.split("\\.", -1);
      assertThat(
              app.test()
                  .query(
                      "select 1 from %s where %s = '%s'"
                          .formatted(parts[0], parts[1], person.account())))
          .as(column)
          .isEmpty();
    }
    assertThat(app.test().query("select action from audit where entity = 'account'"))
        .contains("erased");
  }
}
