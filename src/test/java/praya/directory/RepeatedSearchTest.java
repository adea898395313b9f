package praya.directory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import praya.App;
import praya.domain.Entry;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.json.Json;
import praya.testkit.OwnApp;
import praya.testkit.Records;
import praya.testkit.TestCore;

/** A search that is asked again tells what is there now, to whoever asks. */
class RepeatedSearchTest {
  private static final String SEARCH = "/api/v1/organisations?q=zanzibar";
  private static final String SUGGEST = "/api/v1/suggest?q=zanzib";

  @Test
  void afterEachWrite_theSameSearchShowsIt() {
    try (var own = OwnApp.start(Map.of())) {
      for (int i = 1; i <= 30; i++) {
        assertThat(total(own, SEARCH)).isEqualTo(i - 1);
        assertThat(total(own, SEARCH)).isEqualTo(i - 1);
        long position = create(own, "zanzibar-" + i, Visibility.PUBLIC).position();
        assertThat(total(own, SEARCH + "&after=" + position)).isEqualTo(i);
        assertThat(total(own, SEARCH)).isEqualTo(i);
        assertThat(position(own, SEARCH)).isGreaterThan(position);
        assertThat(own.get(SUGGEST).body()).contains("zanzibar");
      }
    }
  }

  @Test
  void whatBecomesHidden_isGoneFromRepeatedSearches_andStaysForStaff() {
    try (var own = OwnApp.start(Map.of())) {
      var made = create(own, "zanzibar-quiet", Visibility.PUBLIC);
      await(own, made.position());
      assertThat(total(own, SEARCH)).isEqualTo(1);
      assertThat(staffTotal(own)).isEqualTo(1);
      var organisations = own.app().core().organisations();
      Entry entry = organisations.get("zanzibar-quiet", Viewer.STAFF).entry();
      long position =
          organisations
              .replace("zanzibar-quiet", 1, entry.with(Visibility.STAFF), TestCore.TESTER)
              .position();
      await(own, position);
      // In both orders: neither gets what was kept for the other.
      assertThat(staffTotal(own)).isEqualTo(1);
      assertThat(total(own, SEARCH)).isZero();
      assertThat(staffTotal(own)).isEqualTo(1);
      assertThat(own.get(SUGGEST).body()).doesNotContain("zanzibar-quiet");
    }
  }

  @Test
  void faults_areToldEachTime() {
    try (var own = OwnApp.start(Map.of())) {
      for (int i = 0; i < 2; i++) {
        assertThat(own.get("/api/v1/organisations?limit=1000&after=x&colour=red").body())
            .contains("limit", "after", "colour");
        assertThat(own.get("/api/v1/suggest").statusCode()).isEqualTo(400);
      }
    }
  }

  @Test
  void readersBesideAWriter_neverSeeAnOlderAnswerThanTheyHaveSeen() throws Exception {
    try (var own = OwnApp.start(Map.of("PRAYA_LIMITS", "off"));
        var readers = Executors.newVirtualThreadPerTaskExecutor()) {
      await(own, create(own, "zanzibar-0", Visibility.PUBLIC).position());
      var done = new AtomicBoolean();
      var running = new ArrayList<java.util.concurrent.Future<Integer>>();
      for (int reader = 0; reader < 4; reader++) {
        running.add(
            readers.submit(() -> {
              int seen = 0;
              while (!done.get()) {
                int now = total(own, SEARCH);
                assertThat(now).isGreaterThanOrEqualTo(seen);
                seen = now;
              }
              return seen;
            }));
      }
      for (int i = 1; i <= 40; i++) {
        long position = create(own, "zanzibar-" + i, Visibility.PUBLIC).position();
        assertThat(total(own, SEARCH + "&after=" + position)).isGreaterThan(i);
      }
      done.set(true);
      for (var each : running) {
        assertThat(each.get()).isLessThanOrEqualTo(41);
      }
    }
  }

  private record Made(long position) {}

  private static Made create(OwnApp own, String slug, Visibility visibility) {
    Entry entry = Records.entry(slug, "Zanzibar " + slug, List.of()).with(visibility);
    var written = own.app().core().organisations().create(entry, TestCore.TESTER);
    return new Made(written.position());
  }

  private static void await(OwnApp own, long position) {
    App app = own.app();
    app.projector().await(position, java.time.Duration.ofSeconds(10));
  }

  private static int total(OwnApp own, String path) {
    var answer = own.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Json.read(answer.body().getBytes(UTF_8)).path("total").asInt();
  }

  private static long position(OwnApp own, String path) {
    return Json.read(own.get(path).body().getBytes(UTF_8)).path("position").asLong();
  }

  private static int staffTotal(OwnApp own) {
    return Json.read(
            own.get(SEARCH, "Authorization", "Bearer " + own.staffKey()).body().getBytes(UTF_8))
        .path("total")
        .asInt();
  }
}
