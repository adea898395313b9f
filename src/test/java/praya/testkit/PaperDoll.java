package praya.testkit;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import java.util.Map;
import java.util.Optional;
import praya.domain.Language;
import praya.domain.Organisation;
import praya.http.Address;
import praya.http.Frame;
import praya.http.Reader;
import praya.http.Renderer;
import praya.http.Theme;

/**
 * Serves the sample pages with the real templates, styles and policy on a loopback port, so that
 * they can be looked at without a database: {@code PaperDoll 8199}.
 */
public final class PaperDoll {
  static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

  private final Sample sample = new Sample();
  private final SampleSite site = new SampleSite(sample);
  private final Renderer renderer = new Renderer();

  public static void main(String[] arguments) {
    int port = arguments.length == 0 ? 8199 : Integer.parseInt(arguments[0]);
    new PaperDoll().start(port);
  }

  /** Starts on the port, 0 for any; the caller stops it. */
  public Javalin start(int port) {
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.staticFiles.enableWebjars();
              config.staticFiles.add("/static", Location.CLASSPATH);
              config.http.defaultContentType = "text/html; charset=utf-8";
              config.routes.before(c -> c.header("Content-Security-Policy", POLICY));
              config.routes.get("/api/v1/suggest", this::suggest);
              config.routes.get("/", c -> show(c, "directory/home.jte"));
              config.routes.get("/organisations", c -> show(c, "directory/directory.jte"));
              config.routes.get(
                  "/organisations/{slug}", c -> show(c, "organisation/organisation.jte"));
              config.routes.get("/centre", c -> show(c, "compute/centre.jte"));
              config.routes.get("/about", c -> show(c, "site/about.jte"));
              config.routes.get("/api", c -> show(c, "site/api.jte"));
              config.routes.get("/sign-in", c -> show(c, "identity/sign-in.jte"));
              config.routes.get("/staff", c -> show(c, "identity/staff.jte"));
              config.routes.get("/error/{status}", c -> show(c, "error/error.jte"));
            })
        .start("127.0.0.1", port);
  }

  private void show(Context context, String template) {
    context.html(html(template, context));
  }

  private String html(String template, Context context) {
    Language language =
        Optional.ofNullable(context.queryParam("lang"))
            .or(() -> Optional.ofNullable(context.cookie("praya_lang")))
            .flatMap(Language::find)
            .orElse(Language.EN);
    String theme =
        Optional.ofNullable(context.queryParam("theme"))
            .or(() -> Optional.ofNullable(context.cookie("praya_theme")))
            .orElse("auto");
    Address here = Address.parse(context.path(), context.queryString());
    Reader reader =
        template.contains("staff")
            ? Sample.staffReader(Theme.of(theme))
            : new Reader(Theme.of(theme), praya.domain.Role.ANYONE, "");
    Frame frame = Sample.frame(language, here, title(template, language), reader);
    return renderer.render(template, frame, model(template, frame, context.pathParamMap()));
  }

  /** The title in the language of the page. */
  static String title(String template, Language language) {
    Frame words = Sample.frame(language, Address.of("/"), "");
    return switch (template) {
      case "directory/home.jte" -> words.say("home.title");
      case "directory/directory.jte" -> words.say("directory.title");
      case "organisation/organisation.jte" -> words.say("org.name");
      case "compute/centre.jte" -> words.say("nav.centre");
      case "site/about.jte" -> words.say("about.title");
      case "site/api.jte" -> words.say("api.title");
      case "identity/sign-in.jte" -> words.say("signIn.title");
      case "identity/staff.jte" -> words.say("staff.title");
      default -> words.say("error.404.title");
    };
  }

  private Object model(String template, Frame frame, Map<String, String> path) {
    return switch (template) {
      case "directory/home.jte" -> sample.home(frame);
      case "directory/directory.jte" -> sample.directory(frame);
      case "organisation/organisation.jte" -> {
        Organisation found = sample.seed().organisation(path.get("slug"));
        yield sample.organisation(frame, found);
      }
      case "compute/centre.jte" -> site.centre(frame);
      case "site/about.jte" -> site.about(frame);
      case "site/api.jte" -> site.api();
      case "identity/sign-in.jte" -> sample.signIn();
      case "identity/staff.jte" -> sample.staff(frame);
      default -> sample.error(Integer.parseInt(path.get("status")));
    };
  }

  private void suggest(Context context) {
    String typed = context.queryParam("q");
    context.contentType("application/json");
    context.result(
        """
        {"items": [
          {"type": "organisation", "code": "great-fig-bank", "label": "Great Fig Bank",
           "matched": "Great Fig Bank", "matchedField": "name", "sound": null, "url": "/organisations/great-fig-bank"},
          {"type": "capability", "code": "speech-recognition", "label": "Speech recognition",
           "matched": "ASR", "matchedField": "synonym", "sound": null,
           "url": "/organisations?capability=speech-recognition"}]}
        """);
    if (typed == null) {
      context.status(400);
    }
  }
}
