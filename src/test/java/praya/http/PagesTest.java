package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Profile;
import praya.organisation.OrganisationPage;
import praya.testkit.Sample;
import praya.testkit.SampleSite;

/** Every template in every language, with the records of the seed and with hostile ones. */
class PagesTest {
  private static final Pattern INLINE = Pattern.compile("<[^>]+ (style|on[a-z]+)=");
  private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]* src=)(?![^>]*ld\\+json)");
  private static final String HOSTILE =
      "<script>alert(1)</script>\"'><img src=x onerror=y>\u202Ebidi";

  private final Sample sample = new Sample();
  private final SampleSite site = new SampleSite(sample);
  private final Renderer renderer = new Renderer();

  @Test
  void home_inEveryLanguage_hasSearchFiguresAndLayers() {
    for (Language language : Language.values()) {
      Frame frame = frame(language, Address.of("/"), "home.title");
      String html = html("directory/home.jte", frame, sample.home(frame));
      assertThat(html)
          .contains("<h1>" + frame.say("home.title"), "action=\"/organisations\"", ">455<")
          .contains("?layer=governance-ethics", "?sector=fintech");
    }
  }

  @Test
  void directory_inEveryLanguage_hasCountFacetsAndCards() {
    for (Language language : Language.values()) {
      Frame frame = frame(language, Address.of("/organisations"), "directory.title");
      String html = html("directory/directory.jte", frame, sample.directory(frame));
      assertThat(html)
          .contains(frame.say("count.found", 455), "id=\"facet-sector\"", "rel=\"next\"")
          .contains("href=\"/organisations?kind=startup\"", "data-row")
          .contains("href=\"/organisations.csv?lang=" + language.tag() + "\"");
    }
  }

  @Test
  void directory_filtered_hasChipsFilterInPlaceAndCarriesTheRest() {
    Address here = Address.parse("/organisations", "q=speech&kind=startup&kind=nonsense&sort=name");
    Frame frame = frame(Language.EN, here, "directory.title");
    String html = html("directory/directory.jte", frame, sample.directory(frame));
    assertThat(html)
        .contains(
            "class=\"chip chip-unknown\""
                + " href=\"/organisations?q=speech&amp;kind=startup&amp;sort=name\"")
        .contains(
            "id=\"value-kind-startup\""
                + " href=\"/organisations?q=speech&amp;kind=nonsense&amp;sort=name\""
                + " aria-current=\"true\"")
        .contains("<input type=\"hidden\" form=\"search-form\" name=\"kind\" value=\"nonsense\">")
        .contains("<mark>speech</mark> &amp; dialogue", "speech recognition")
        .contains("value=\"speech\"");
  }

  @Test
  void directory_withoutHits_offersRepairs() {
    Frame frame =
        frame(Language.EN, Address.of("/organisations").and("kind", "nowhere"), "directory.title");
    String html = html("directory/directory.jte", frame, sample.directory(frame));
    assertThat(html).contains(frame.say("empty.filtered"), "Without “nowhere”", "14 organisations");
  }

  @Test
  void directory_asTable_isARealTable() {
    Frame frame =
        frame(
            Language.ZH_HANT, Address.of("/organisations").and("view", "table"), "directory.title");
    String html = html("directory/directory.jte", frame, sample.directory(frame));
    assertThat(html).contains("<table", "<caption", "<th scope=\"col\"", "<th scope=\"row\"");
  }

  @Test
  void organisation_fictional_saysSoAndShowsNeedsPartnersAndReasons() {
    Organisation bank = sample.seed().organisation("great-fig-bank");
    for (Language language : Language.values()) {
      Frame frame = frame(language, Address.of("/organisations/great-fig-bank"), "org.name");
      String html = html("organisation/organisation.jte", frame, sample.organisation(frame, bank));
      assertThat(html)
          .contains(bank.name(language), frame.say("fictional.notice"), frame.say("org.holds"))
          .contains("<b>82</b>", "<b>64</b>", "+64", frame.say("partners.excluded"))
          .contains(frame.say("org.confirmed", frame.date(bank.entry().origin().confirmedAt())));
    }
  }

  @Test
  void organisation_real_hasSourcesAndNoInventedNeeds() {
    Organisation real = sample.seed().organisation("wanglu-wenduji");
    Frame frame = frame(Language.EN, Address.of("/organisations/wanglu-wenduji"), "org.name");
    String html = html("organisation/organisation.jte", frame, sample.organisation(frame, real));
    assertThat(html)
        .contains("<h1 lang=\"zh-Hant\">網路溫度計有限公司</h1>")
        .contains("href=\"https://istartup.hk/en/startups/profile\"")
        .contains(frame.say("org.exchange.none.real"))
        .doesNotContain(frame.say("fictional.notice"));
  }

  @Test
  void organisation_hostileText_isEscapedEverywhere() {
    Organisation hostile = hostile();
    Frame plain = frame(Language.EN, Address.of("/organisations/hostile"), "org.name");
    Frame.Head head =
        new Frame.Head(HOSTILE, HOSTILE, OrganisationPage.jsonLd(hostile, "https://praya.example"));
    Frame frame = new Frame(plain.texts(), head, plain.here(), plain.reader(), HOSTILE);
    String html = html("organisation/organisation.jte", frame, sample.organisation(frame, hostile));
    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("\\u003cscript\\u003ealert(1)\\u003c/script\\u003e")
        .doesNotContain("<script>alert", "<img", "href=\"javascript:");
  }

  @Test
  void directory_hostileQuery_isEscaped() {
    Address here = Address.of("/organisations").and("q", HOSTILE).and("kind", HOSTILE);
    Frame frame = frame(Language.EN, here, "directory.title");
    String html = html("directory/directory.jte", frame, sample.directory(frame));
    assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>alert", "<img");
  }

  @Test
  void centre_inEveryLanguage_hasChartsTheirTablesAndReportedUsers() {
    for (Language language : Language.values()) {
      Frame frame = frame(language, Address.of("/centre"), "nav.centre");
      String html = html("compute/centre.jte", frame, site.centre(frame));
      assertThat(html)
          .contains("3,000", frame.say("capacity.title"), frame.say("timeline.table"))
          .contains(frame.say("reported.title"), "class=\"chart-line\"", "class=\"bar-used\"");
      assertThat(html.split("<rect class=\"bar ", -1)).hasSize(49);
    }
  }

  @Test
  void about_inEveryLanguage_hasFiguresWithSources() {
    for (Language language : Language.values()) {
      Frame frame = frame(language, Address.of("/about"), "about.title");
      String html = html("site/about.jte", frame, site.about(frame));
      assertThat(html).contains("id=\"fictional\"", "id=\"data\"", "news.gov.hk", "365");
    }
  }

  @Test
  void api_inEveryLanguage_hasOperationsWithExamples() {
    for (Language language : Language.values()) {
      Frame frame = frame(language, Address.of("/api"), "api.title");
      String html = html("site/api.jte", frame, site.api());
      assertThat(html)
          .contains("id=\"listOrganisations\"", "<code>limit</code>", frame.say("api.secured"))
          .contains("Abacus &lt;b&gt;");
    }
  }

  @Test
  void errors_ofEveryKind_sayWhatToDo() {
    for (Language language : Language.values()) {
      for (int status : new int[] {400, 401, 403, 404, 422, 500, 503}) {
        Frame frame = frame(language, Address.of("/x"), "error.404.title");
        String html = html("error/error.jte", frame, sample.error(status));
        assertThat(html).contains("<h1>" + frame.say(sample.error(status).titleKey()));
      }
    }
  }

  @Test
  void staffAndSignIn_formsCarryTheToken() {
    for (Language language : Language.values()) {
      Frame words = frame(language, Address.of("/staff"), "staff.title");
      Frame frame =
          new Frame(
              words.texts(), words.head(), words.here(), Sample.staffReader(Theme.DARK), "0.1.0");
      assertThat(html("identity/staff.jte", frame, sample.staff(frame)))
          .contains("data-theme=\"dark\"", "praya_example_key", "action=\"/staff/keys/k1/revoke\"")
          .contains("name=\"csrf\" value=\"csrf-token\"")
          .doesNotContain("/staff/keys/k0/revoke");
      assertThat(html("identity/sign-in.jte", frame, sample.signIn()))
          .contains("name=\"csrf\" value=\"csrf-token\"", frame.say("signIn.fault"));
    }
  }

  @Test
  void languageSwitch_keepsTheStateOfThePage() {
    Address here = Address.parse("/organisations", "q=a&lang=en&theme=dark&kind=startup");
    Frame frame = frame(Language.EN, here, "directory.title");
    assertThat(frame.languages().stream().map(Frame.Choice::href))
        .contains("/organisations?q=a&kind=startup&lang=zh-Hans");
  }

  private static Organisation hostile() {
    Profile profile =
        new Profile(
            new LocalText(HOSTILE, HOSTILE + "2", null),
            List.of(HOSTILE),
            HOSTILE,
            LocalText.of(HOSTILE, null),
            new Classification(List.of(HOSTILE), List.of(HOSTILE), List.of(HOSTILE)),
            2020,
            "javascript:alert(1)");
    Origin origin = new Origin(false, List.of("javascript:alert(1)", HOSTILE), Instant.EPOCH);
    Entry entry = new Entry("hostile", profile, new Campus(true, HOSTILE), null, origin);
    return new Organisation(UUID.nameUUIDFromBytes(new byte[] {1}), 1, entry, false);
  }

  private static Frame frame(Language language, Address here, String titleKey) {
    Frame words = Sample.frame(language, here, "");
    return Sample.frame(language, here, words.say(titleKey));
  }

  /** Renders and checks what holds for every page. */
  private String html(String template, Frame frame, Object page) {
    String html = renderer.render(template, frame, page);
    assertThat(html)
        .startsWith("<!doctype html>")
        .contains("<html lang=\"" + frame.language().tag() + "\"", "<main id=\"main\"")
        .contains("class=\"skip\" href=\"#main\"")
        .doesNotContainPattern(INLINE)
        .doesNotContainPattern(SCRIPT);
    assertThat(html.split("<h1", -1)).as("one h1").hasSize(2);
    assertThat(duplicateIds(html)).isEmpty();
    return html;
  }

  private static List<String> duplicateIds(String html) {
    List<String> ids =
        Pattern.compile(" id=\"([^\"]*)\"").matcher(html).results().map(r -> r.group(1)).toList();
    return Stream.of(ids)
        .flatMap(List::stream)
        .filter(id -> ids.indexOf(id) != ids.lastIndexOf(id))
        .toList();
  }
}
