package praya.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.restassured.RestAssured;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import praya.domain.Language;
import praya.testkit.BrowserSession;
import praya.testkit.RunningApp;

/** What people do with the running program, in a real browser on the seed data. */
@Tag("browser")
class JourneyTest {
  private final RunningApp app = RunningApp.shared();
  private BrowserSession session = BrowserSession.desk(app.baseUri());

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void search_inOneScript_findsAndMarksTheOther() {
    session.visit("/?lang=zh-Hans");
    page().locator("#search").fill("粤语语音");
    page().locator("#search").press("Enter");
    page().waitForURL("**/organisations?q=*");
    assertThat(page().locator("mark").allTextContents()).contains("粵語", "語音");
    assertThat(page().locator("html").getAttribute("lang")).isEqualTo("zh-Hans");
  }

  @Test
  void facet_shownCount_isWhatTheClickGives() {
    session.visit("/organisations?lang=en&q=data");
    for (String value : List.of("value-kind-startup", "value-sector-healthtech")) {
      String text = page().locator("#" + value).locator("xpath=ancestor-or-self::li").textContent();
      long promised = lastNumber(text);
      if (!page().locator("#" + value).isVisible()) {
        page().locator("details.facet", inside("#" + value)).locator("summary").click();
      }
      page().locator("#" + value).click();
      page().waitForURL("**" + value.replace("value-", "").replaceFirst("-", "=") + "*");
      page().waitForSelector(".chip");
      assertThat(total()).as(value).isEqualTo(promised);
    }
    long both = total();
    session.page().goBack();
    page().waitForURL(Pattern.compile(".*kind=startup$"));
    assertThat(total()).isGreaterThanOrEqualTo(both);
  }

  @Test
  void suggestion_chosenByKeyboard_opensTheOrganisation() {
    session.visit("/?lang=en");
    page().locator("#search").pressSequentially("fano");
    page().waitForSelector("[role=option]");
    page().keyboard().press("ArrowDown");
    page().keyboard().press("Enter");
    page().waitForURL("**/organisations/fano-labs");
    assertThat(page().locator("h1").textContent()).contains("Fano Labs Limited");
  }

  @Test
  void organisation_showsPartnersWithBothNumbersAndWhyOthersAreNot() {
    session.visit("/organisations/great-fig-bank?lang=en");
    String partners = page().locator("section", containing("Suggested partners")).textContent();
    assertThat(partners)
        .contains("For you", "For them", "What Great Fig Bank gains", "Why others were left out");
    assertThat(page().locator("script[type='application/ld+json']").textContent())
        .contains("\"Great Fig Bank\"", "Fictional");
    session.visit("/organisations/hsbc?lang=en");
    assertThat(page().locator("main").textContent())
        .as("needs and offers are never invented for a real organisation")
        .contains("states no open need here");
  }

  @Test
  void partner_comparedInFull_tellsEveryCriterionAndWhoCouldIntroduce() {
    session.visit("/organisations/great-fig-bank?lang=en");
    page()
        .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Compare in full"))
        .first()
        .click();
    page().waitForURL("**/organisations/great-fig-bank/partners/*");
    assertThat(page().locator(".org-summary").textContent()).startsWith("Number 1 of ");
    assertThat(page().locator(".why li").count()).isEqualTo(14);
    session.visit("/organisations/cautious-gecko/partners/institute-for-patient-machines?lang=en");
    assertThat(page().locator(".lifts li").count()).isEqualTo(3);
    assertThat(page().locator(".way").first().textContent()).contains("Third Lamp-post Testing");
    session.assertAccessible("pair");
    // A real organisation and a fictional one are never compared.
    session.visit("/organisations/fano-labs/partners/great-fig-bank?lang=en");
    assertThat(page().locator(".org-summary").textContent())
        .contains("Not suggested", "One is real and the other is fictional");
  }

  @Test
  void staff_signInOnce_makeAKeyAndRevokeIt() {
    String token = app.app().core().signIn().newLink().text();
    session.visit("/sign-in?lang=en&token=" + token);
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
    page().waitForURL("**/staff");
    page().locator("#key-name").fill("journey");
    page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Create key")).click();
    String key = page().locator(".created code").textContent().strip();
    assertThat(statusWith(key)).isEqualTo(422);
    page()
        .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Revoke journey"))
        .click();
    page().waitForURL("**/staff");
    assertThat(statusWith(key)).isEqualTo(401);

    RestAssured.given()
        .baseUri(app.baseUri())
        .formParam("token", token)
        .post("/sign-in")
        .then()
        .statusCode(403);
    session.close();
    session = BrowserSession.desk(app.baseUri());
    session.visit("/staff");
    assertThat(page().url()).as("another browser is not signed in").contains("/sign-in?next=");
  }

  @Test
  void pages_inThreeLanguagesOnATelephone_areAccessibleAndFit() {
    session.close();
    session = BrowserSession.telephone(app.baseUri());
    for (Language language : Language.values()) {
      for (String path :
          List.of(
              "/",
              "/organisations",
              "/organisations/pivotal-technologies",
              "/organisations/hkgai",
              "/organisations/cautious-gecko/partners/institute-for-patient-machines",
              "/centre",
              "/about")) {
        session.visit(path + "?lang=" + language.tag());
        assertThat(page().evaluate("document.documentElement.scrollWidth"))
            .as(path + " " + language.tag())
            .isEqualTo(390);
        session.assertAccessible(path + " " + language.tag());
      }
    }
  }

  private static Page.LocatorOptions containing(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private Page.LocatorOptions inside(String selector) {
    return new Page.LocatorOptions().setHas(page().locator(selector));
  }

  private int statusWith(String key) {
    return RestAssured.given()
        .baseUri(app.baseUri())
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body("{}")
        .post("/api/v1/organisations")
        .statusCode();
  }

  private long total() {
    return lastNumber(page().locator("#results-title").textContent());
  }

  private static long lastNumber(String text) {
    var numbers = Pattern.compile("[0-9][0-9,]*").matcher(text);
    String last = "0";
    while (numbers.find()) {
      last = numbers.group();
    }
    return Long.parseLong(last.replace(",", ""));
  }

  private Page page() {
    return session.page();
  }
}
