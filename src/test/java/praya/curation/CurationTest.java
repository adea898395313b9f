package praya.curation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Vocabulary;
import praya.projection.PresentOrganisations;
import praya.taxonomy.TaxonomyService;
import praya.testkit.StewardApp;
import praya.testkit.TestCore;

/** Staff change the words of the directory, over HTTP and over the seed. */
class CurationTest {
  private static final String RAG = "/staff/terms/capabilities/rag";
  private final StewardApp app = StewardApp.start();
  private final Actor ann = app.members().member("ann", "red-kite");
  private final Actor sam = app.members().staff("sam");

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void terms_areListedAndOpened() {
    assertThat(app.get(sam, "/staff/terms").body()).contains(RAG, "sectors");
    assertThat(app.get(sam, "/staff/terms/sectors").body())
        .contains("/staff/terms/sectors/legaltech");
    assertThat(app.get(sam, RAG).body()).contains("檢索增強生成", "name=\"synonyms\"");
    assertThat(app.get(sam, "/staff/terms/nonsense").statusCode()).isEqualTo(404);
    assertThat(app.get(sam, "/staff/terms/capabilities/nonsense").statusCode()).isEqualTo(404);
    assertThat(app.get(sam, "/staff/terms/kinds/new").statusCode()).isEqualTo(404);
  }

  @Test
  void change_isTriedThenSaved_andSearchesUseIt() {
    String[] fields = fields("synonyms", "kite charts\nlookup before writing");
    var tried = app.post(sam, RAG, with(fields, "intent", "preview"));
    assertThat(tried.statusCode()).isEqualTo(200);
    assertThat(tried.body()).contains("id=\"effect\"", "kite charts");
    assertThat(rag().synonyms()).as("a trial stores nothing").doesNotContain("kite charts");
    var saved = app.post(sam, RAG, with(fields, "intent", "save"));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(rag().synonyms()).containsExactly("kite charts", "lookup before writing");
    assertThat(rag().parent()).as("not in the form").isNotNull();
    String position = app.test().query("select max(transaction_id) from change").getFirst();
    assertThat(app.get(sam, "/api/v1/organisations?after=" + position).statusCode()).isEqualTo(200);
    assertThat(app.get(null, "/api/v1/suggest?q=kite+ch").body())
        .contains("\"code\":\"rag\"", "\"matched\":\"kite charts\"");
    var stale = app.post(sam, RAG, with(fields, "intent", "save"));
    assertThat(stale.statusCode()).as("the version is of before").isEqualTo(409);
  }

  @Test
  void term_isAddedToItsGroup() {
    String[] sent = {
      "code",
      "kite-charts",
      "parent",
      rag().parent(),
      "en",
      "Kite charts",
      "zhHant",
      "風箏圖",
      "zhHans",
      "风筝图",
      "synonyms",
      "",
      "version",
      "",
      "intent",
      "save"
    };
    assertThat(app.post(sam, "/staff/terms/capabilities/new", sent).statusCode()).isEqualTo(303);
    var terms = app.test().core().taxonomy().current().list(Vocabulary.CAPABILITIES);
    var codes = terms.stream().map(term -> term.code()).toList();
    var siblings = terms.stream().filter(term -> rag().parent().equals(term.parent())).toList();
    assertThat(siblings.getLast().code()).isEqualTo("kite-charts");
    assertThat(codes).contains("kite-charts");
    assertThat(app.post(sam, "/staff/terms/capabilities/new", sent).statusCode()).isEqualTo(409);
  }

  @Test
  void faults_areToldTogether_andNothingIsStored() {
    long before = app.test().count("audit");
    var answer =
        app.post(
            sam,
            "/staff/terms/capabilities/new",
            "code",
            "Not A Code",
            "parent",
            "rag",
            "en",
            "",
            "zhHant",
            "x",
            "zhHans",
            "y".repeat(400),
            "version",
            "",
            "intent",
            "save");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("fault-code", "fault-en", "fault-zhHans", "Not A Code", "small letters");
    assertThat(app.test().count("audit")).isEqualTo(before);
  }

  @Test
  void members_andStrangers_mayNot() {
    String before = rag().synonyms().toString();
    assertThat(app.get(ann, RAG).statusCode()).isEqualTo(403);
    assertThat(app.post(ann, RAG, with(fields("synonyms", "x"), "intent", "save")).statusCode())
        .isEqualTo(403);
    assertThat(app.get(null, RAG).statusCode()).isEqualTo(303);
    assertThat(rag().synonyms().toString()).isEqualTo(before);
  }

  @Test
  void preview_tellsWhichSearchesChange() {
    try (TestCore seeded = TestCore.seeded()) {
      var core = seeded.core();
      RecentSearches searches =
          most ->
              List.of(
                  new RecentSearches.Asked("robotics", 9),
                  new RecentSearches.Asked("moonshine charts", 7));
      var preview =
          new SearchPreview(
              core.taxonomy(),
              new PresentOrganisations(core.organisations(), core.exchanges()),
              searches);
      var current = core.taxonomy().current();
      assertThat(preview.of(current).changes()).as("the same taxonomy").isEmpty();
      var term = core.taxonomy().get(Vocabulary.CAPABILITIES, "rag");
      var synonyms = new ArrayList<>(term.synonyms());
      synonyms.add("moonshine charts");
      var wanted =
          new praya.domain.Term(
              term.vocabulary(), term.code(), term.parent(), term.label(), synonyms, term.note());
      var effect = preview.of(current.with(wanted));
      assertThat(effect.tried()).isEqualTo(2);
      assertThat(effect.changes())
          .singleElement()
          .satisfies(change -> {
            assertThat(change.asked().text()).isEqualTo("moonshine charts");
            assertThat(change.after()).isPositive().isNotEqualTo(change.before());
            assertThat(change.come()).isNotEmpty();
          });
    }
  }

  private praya.domain.Term rag() {
    return app.test().core().taxonomy().reload().find(Vocabulary.CAPABILITIES, "rag").orElseThrow();
  }

  /** The form as it is shown, with one field changed. */
  private String[] fields(String name, String value) {
    var term = rag();
    var fields = new ArrayList<String>();
    fields.addAll(List.of("version", TaxonomyService.version(term)));
    fields.addAll(List.of("en", term.label().en(), "zhHant", term.label().zhHant()));
    fields.addAll(List.of("zhHans", term.label().zhHans(), name, value));
    return fields.toArray(String[]::new);
  }

  private static String[] with(String[] fields, String... more) {
    var all = new ArrayList<>(List.of(fields));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
