package praya.visibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import praya.App;
import praya.Config;
import praya.domain.Audience;
import praya.domain.Role;
import praya.domain.Viewer;
import praya.testkit.TestCore;
import praya.testkit.TestSettings;

/**
 * Records that a reader may not see leave no trace: every address of the program answers as if they
 * had never been written, to the last count, suggestion, score and refusal.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VisibilityCrawlTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** An organisation that nothing is planted into, so that its members see nothing special. */
  private static final String MEMBER_OF = "wonton-vector";

  private static Running full;

  /** A program over the seed data and what was planted into them. */
  private static final class Running implements AutoCloseable {
    final TestCore test = TestCore.seeded();
    final Planted planted;
    private final Path folder;
    private final App app;

    Running(Audience only) throws Exception {
      var core = test.core();
      planted = only == null ? Planted.everything(core) : Planted.onlyFor(only, core);
      folder = Files.createTempDirectory("praya-crawl-");
      app =
          App.start(
              new Config(
                  TestSettings.WEB,
                  folder,
                  folder,
                  false,
                  Optional.of(test.connection()),
                  Map.of()),
              core);
      caughtUp();
    }

    void caughtUp() {
      app.projector().await(test.core().changes().horizon() - 1, PATIENCE);
    }

    void rebuilt() {
      var before = app.projector().state().filledAt();
      app.projector().rebuild();
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (java.util.Objects.equals(app.projector().state().filledAt(), before)
          && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      assertThat(app.projector().state().filledAt()).isNotEqualTo(before);
    }

    /** What somebody of an audience reads. */
    Map<String, String> crawl(Audience audience) throws Exception {
      return crawl(key(audience));
    }

    Map<String, String> crawl(String key) {
      return new Crawl("http://127.0.0.1:" + app.port(), key, plain())
          .all(full.planted, uuids())
          .answers();
    }

    private String key(Audience audience) throws Exception {
      return switch (audience) {
        case PUBLIC -> null;
        case MEMBERS -> Readers.memberOf(MEMBER_OF, test);
        case STAFF -> test.core().keys().create("staff", Role.STAFF).secret().text();
      };
    }

    /** The ids of planted organisations: the own ones, else those of the full directory. */
    Map<String, String> uuids() {
      Map<String, String> uuids = new LinkedHashMap<>();
      for (String slug : full.planted.slugs()) {
        id(full, slug).ifPresent(id -> uuids.put(slug, id));
        id(this, slug).ifPresent(id -> uuids.put(slug, id));
      }
      return uuids;
    }

    private static Optional<String> id(Running running, String slug) {
      return running
          .test
          .core()
          .organisations()
          .find(slug, Viewer.STAFF)
          .map(organisation -> organisation.id().toString());
    }

    private Map<String, String> plain() {
      Map<String, String> plain = new LinkedHashMap<>();
      uuids().forEach((slug, id) -> plain.put(id, "id-of-" + slug));
      return plain;
    }

    @Override
    public void close() {
      app.close();
      test.close();
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  @BeforeAll
  static void start() throws Exception {
    full = new Running(null);
  }

  @AfterAll
  static void stop() {
    full.close();
  }

  @Test
  @Order(1)
  void nobody_readsAsIfNothingElseHadBeenWritten() throws Exception {
    requireSame(Audience.PUBLIC);
  }

  @Test
  @Order(2)
  void member_readsAsIfNothingElseHadBeenWritten() throws Exception {
    requireSame(Audience.MEMBERS);
  }

  @Test
  @Order(3)
  void staff_findNothingHidden() throws Exception {
    Map<String, String> shown = full.crawl(Audience.STAFF);
    // Staff reach what is hidden at its own address, so only what finds is looked through.
    shown.keySet().removeIf(VisibilityCrawlTest::atOwnAddress);
    assertThat(traces(shown, Audience.STAFF)).isEmpty();
  }

  @Test
  @Order(4)
  void ownMember_readsWhatIsOwn_andNothingElseThatIsHidden() throws Exception {
    Map<String, String> shown = full.crawl(Readers.memberOf(Planted.HOST, full.test));
    List<String> own = traces(shown, Audience.MEMBERS);
    assertThat(own.stream().filter(trace -> !full.planted.ofHost().contains(trace.split(" ")[0])))
        .as("what is not the own")
        .isEmpty();
    String page = shown.get("/organisations/" + Planted.HOST);
    assertThat(full.planted.ofHost().stream().filter(page::contains).count()).isGreaterThan(20);
    // Own hidden records are in no view: only lists and pages from the database have them.
    assertThat(own).noneMatch(trace -> trace.contains("/api/v1/suggest"));
  }

  @Test
  @Order(5)
  void nobody_afterEverythingWasShownAndHiddenAgain_readsTheSame() throws Exception {
    Map<String, String> before = full.crawl(Audience.PUBLIC);
    full.planted.showAndHideAgain();
    full.caughtUp();
    requireSameButTheFeed(before, full.crawl(Audience.PUBLIC), "after following");
    full.rebuilt();
    requireSameButTheFeed(before, full.crawl(Audience.PUBLIC), "after a rebuild");
  }

  private static void requireSame(Audience audience) throws Exception {
    Map<String, String> shown = full.crawl(audience);
    assertThat(shown).hasSizeGreaterThan(700);
    assertThat(traces(shown, audience)).as("traces of what is not for " + audience).isEmpty();
    try (var reference = new Running(audience)) {
      Map<String, String> expected = reference.crawl(audience);
      expected.keySet().removeIf(VisibilityCrawlTest::aboutTheReader);
      shown.keySet().removeIf(VisibilityCrawlTest::aboutTheReader);
      assertThat(differences(expected, shown)).as("differences for " + audience).isEmpty();
      // The crawl would find something: what the audience may see is there.
      assertThat(shown.values().stream().anyMatch(answer -> answer.contains("qxv"))).isTrue();
    }
  }

  private static void requireSameButTheFeed(
      Map<String, String> before, Map<String, String> after, String when) {
    // The feed tells that something appeared and disappeared, which is true.
    before.keySet().removeIf(address -> address.startsWith("/api/v1/changes"));
    after.keySet().removeIf(address -> address.startsWith("/api/v1/changes"));
    assertThat(differences(before, after)).as(when).isEmpty();
  }

  /** The words in answers to somebody who may not meet them, unless they asked for them. */
  private static List<String> traces(Map<String, String> answers, Audience audience) {
    List<String> traces = new ArrayList<>();
    answers.forEach((address, answer) ->
        full.planted
            .words()
            .forEach((word, smallest) -> {
              boolean may = smallest != null && smallest.compareTo(audience) <= 0;
              String asked =
                  java.net.URLDecoder.decode(address, java.nio.charset.StandardCharsets.UTF_8);
              if (!may && answer.contains(word) && !asked.contains(word)) {
                traces.add(word + " at " + address);
              }
            }));
    return traces;
  }

  /** What tells the account of the reader, who is another one in each program. */
  private static boolean aboutTheReader(String address) {
    return address.matches("/(api/v1/(me|keys|sessions)|account)([/?].*)?");
  }

  private static boolean atOwnAddress(String address) {
    return address.matches("/(api/v1/)?\\w+/[^?]+(\\?.*)?")
        || address.contains("organisation=")
        || address.matches("/map\\?of=.*");
  }

  private static List<String> differences(Map<String, String> expected, Map<String, String> shown) {
    List<String> differences = new ArrayList<>();
    expected.forEach((address, answer) -> {
      String other = shown.get(address);
      if (!answer.equals(other)) {
        differences.add(address + difference(answer, other));
      }
    });
    shown.keySet().stream()
        .filter(address -> !expected.containsKey(address))
        .forEach(address -> differences.add("only shown: " + address));
    return differences.subList(0, Math.min(12, differences.size()));
  }

  private static String difference(String expected, String shown) {
    if (shown == null) {
      return " is not there";
    }
    int at = 0;
    while (at < Math.min(expected.length(), shown.length())
        && expected.charAt(at) == shown.charAt(at)) {
      at++;
    }
    return "\n  expected " + around(expected, at) + "\n  but was  " + around(shown, at);
  }

  private static String around(String text, int at) {
    return text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 200))
        .replace('\n', ' ');
  }
}
