package praya.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.testkit.Records;
import praya.testkit.StewardApp;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

/**
 * What is searched in vain is counted, without who searched it and without what may be a person's.
 */
class DemandTest {
  private static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101 Firefox/140";

  private final TestClock clock = new TestClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private StewardApp app;
  private Actor sam;

  @BeforeEach
  void start() {
    app = StewardApp.start(clock);
    sam = app.members().staff("sam");
    app.app().projector().await(app.test().core().changes().horizon() - 1, Duration.ofSeconds(30));
  }

  @AfterEach
  void stop() {
    client.close();
    app.close();
  }

  @Test
  void searches_areCountedByOutcome() {
    times(6, "/organisations?q=Quantum+Notary");
    times(2, "/api/v1/organisations?q=QUANTUM%20%20notary");
    times(5, "/organisations?q=red+kite&sector=legaltech");
    times(3, "/organisations?q=red+kite");
    times(1, "/organisations?q=");
    assertThat(rows())
        .containsExactly(
            "quantum notary||8 8 0 0 0",
            "red kite||3 0 0 0 1",
            "red kite|sector=legaltech|5 0 0 5 0");
    String board = app.get(sam, "/demand").body();
    assertThat(board).contains("quantum notary", "red kite").contains("Fewer than five");
    assertThat(app.get(sam, "/demand.csv").body())
        .contains("\"2026-11-16\",\"quantum notary\",\"\",\"en\",\"8\",\"0\",\"0\"");
    assertThat(app.call(sam, "GET", "/api/v1/demand?week=2026-11-16", null).body())
        .contains("\"q\":\"quantum notary\"", "\"unanswered\":8", "\"code\":\"legaltech\"");
    assertThat(app.get(app.members().member("ann"), "/demand").statusCode()).isEqualTo(403);
    assertThat(app.call(sam, "GET", "/api/v1/demand?week=2026-11-17", null).statusCode())
        .isEqualTo(400);
  }

  @Test
  void countsUnderFive_areHidden_andSoIsTheirSum() {
    times(4, "/organisations?q=quantum+notary");
    drain();
    assertThat(app.get(sam, "/demand").body())
        .doesNotContain("quantum")
        .contains("Fewer than five further searches");
    times(4, "/organisations?q=lunar+escrow");
    drain();
    assertThat(app.get(sam, "/demand").body())
        .doesNotContain("quantum", "lunar")
        .contains("8 further searches");
    assertThat(app.call(sam, "GET", "/api/v1/demand", null).body())
        .contains("\"items\":[]", "\"fewer\":8");
  }

  @Test
  void whatMayBeAPersons_isNotStored() {
    for (String text : List.of("chan@harbour.example", "A123456(3)", "9123 4567", "陳大文")) {
      times(2, "/organisations?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
    times(1, "/organisations?sector=chan%40harbour.example");
    drain();
    assertThat(
            app.test()
                .query("select kind || ' ' || query || filters || searches from search_count"))
        .containsExactly("withheld 9");
  }

  @Test
  void crawlers_prefixes_andFurtherPages_areNoSearches() throws Exception {
    get("/organisations?q=quantum", "User-Agent", "Googlebot/2.1");
    get("/organisations?q=quantum", "User-Agent", BROWSER, "Sec-Purpose", "prefetch");
    get("/api/v1/suggest?q=quan", "User-Agent", BROWSER);
    for (String typed : List.of("q", "qu", "quant", "quantum", "quantum n", "quantum notary")) {
      get(
          "/organisations?q=" + typed.replace(' ', '+'),
          "User-Agent",
          BROWSER,
          "HX-Request",
          "true",
          "HX-Trigger",
          "search-form");
    }
    drain();
    assertThat(rows()).containsExactly("quantum notary||1 1 0 0 0");
  }

  @Test
  void week_isFull_andTheRestIsOneRow() throws Exception {
    app.test()
        .execute(
            "insert into search_count select date '2026-11-16', 'kept', 'w' || n, '', 'en', 1, 1,"
                + " 0, 0, 0 from generate_series(1, 5000) n");
    times(3, "/organisations?q=quantum+notary");
    drain();
    assertThat(app.test().query("select kind || searches from search_count where query = ''"))
        .containsExactly("beyond3");
  }

  @Test
  void searching_goesOn_whenNothingCanBeCounted() throws Exception {
    app.test().execute("alter table search_count rename to elsewhere");
    times(3, "/organisations?q=quantum+notary");
    clock.move(Duration.ofMinutes(1));
    times(3, "/organisations?q=quantum+notary");
    app.test().execute("alter table elsewhere rename to search_count");
  }

  @Test
  void hiddenWords_reachTheBoardByNobodysSearch() {
    app.create(Records.entry("hidden-firm", "Zorblatt Secret", List.of()).with(Visibility.HIDDEN));
    app.test()
        .core()
        .exchanges()
        .create(
            Side.NEED,
            Records.exchange("red-kite", "Vexelworth wanted", Visibility.MATCH_ONLY),
            "n1",
            TestCore.TESTER);
    app.app().projector().await(app.test().core().changes().horizon() - 1, Duration.ofSeconds(30));
    times(6, "/organisations?q=quantum+notary");
    times(6, "/organisations?q=zorblat");
    times(6, "/organisations?q=vexelwort");
    drain();
    for (String page : List.of("/demand", "/demand.csv")) {
      assertThat(app.get(sam, page).body())
          .contains("quantum notary", "zorblat", "vexelwort")
          .doesNotContainIgnoringCase("zorblatt")
          .doesNotContainIgnoringCase("vexelworth");
    }
    assertThat(rows()).contains("zorblat||6 6 0 0 0", "vexelwort||6 6 0 0 0");
  }

  @Test
  void lastMonth_isTold_withAnswersAndWithout() {
    times(2, "/organisations?q=red+kite");
    times(5, "/organisations?q=quantum+notary");
    drain();
    var demand = new DemandService(app.test().core().database(), app.app().index(), clock);
    assertThat(demand.askedLately(10))
        .containsExactly(
            new DemandService.Asked("quantum notary", 5, 0),
            new DemandService.Asked("red kite", 2, 1));
    clock.move(Duration.ofDays(40));
    assertThat(demand.askedLately(10)).isEmpty();
    assertThat(new TallyRecords(app.test().core().database()).deleteBefore(clock.instant()))
        .isEqualTo(2);
  }

  private void times(int count, String path) {
    for (int i = 0; i < count; i++) {
      try {
        assertThat(get(path, "User-Agent", BROWSER).statusCode()).isEqualTo(200);
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(app.baseUri() + path)).headers(headers);
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void drain() {
    app.app().tally().drain();
  }

  private List<String> rows() {
    drain();
    return app.test()
        .query(
            "select query || '|' || filters || '|' || searches || ' ' || unanswered || ' ' ||"
                + " relaxed || ' ' || emptied || ' ' || last_hits from search_count"
                + " where kind = 'kept' order by query, filters");
  }
}
