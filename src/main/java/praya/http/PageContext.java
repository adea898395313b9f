package praya.http;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import praya.domain.Actor;
import praya.domain.Language;

/**
 * What the pages of a request have in common: language, colours and reader, found out from the
 * address, the cookies and the headers. It makes frames and sends what templates render.
 */
public final class PageContext {
  private static final String LANGUAGE_COOKIE = "praya_lang";
  private static final String THEME_COOKIE = "praya_theme";

  /** A choice of language or colours is kept for a year. */
  private static final int YEAR_SECONDS = 365 * 24 * 3600;

  private final Texts texts;
  private final Renderer renderer;
  private final String version;
  private final PublicUrl publicUrl;
  private final Cookies cookies;
  private final Forms forms;

  public PageContext(
      Texts texts, Renderer renderer, String version, PublicUrl publicUrl, Forms forms) {
    this.texts = texts;
    this.renderer = renderer;
    this.version = version;
    this.publicUrl = publicUrl;
    this.cookies = new Cookies(publicUrl);
    this.forms = forms;
  }

  /** Where people reach this site, for absolute addresses. */
  public PublicUrl publicUrl() {
    return publicUrl;
  }

  /** How this site sets cookies. */
  public Cookies cookies() {
    return cookies;
  }

  public Phrasebook texts(Context context) {
    return texts.in(language(context));
  }

  /** The language of {@code lang}, else of the cookie, else the browser's first that we have. */
  public Language language(Context context) {
    return asked(context)
        .or(() -> cookie(context, LANGUAGE_COOKIE).flatMap(Language::find))
        .or(() -> accepted(context.header("Accept-Language")))
        .orElse(Language.EN);
  }

  /** The frame of the page at the request's address; a choice in the address is remembered. */
  public Frame frame(Context context, Frame.Head head) {
    Actor actor = Caller.of(context);
    asked(context).ifPresent(language -> remember(context, LANGUAGE_COOKIE, language.tag()));
    String chosen = context.queryParam("theme");
    if (chosen != null) {
      remember(context, THEME_COOKIE, Theme.of(chosen).code());
    }
    Theme theme = Theme.of(chosen != null ? chosen : cookie(context, THEME_COOKIE).orElse(""));
    var reader = new Reader(theme, actor.role(), forms.token(context), actor.organisations());
    return new Frame(
        texts(context),
        head,
        Address.parse(context.path(), context.queryString()),
        reader,
        version);
  }

  /**
   * Sends a page. It differs by language and reader, so caches must ask again; what somebody who is
   * signed in sees must not stay behind in any.
   */
  public void send(Context context, String template, Frame frame, Object page) {
    Answers.keepApart(context);
    if (Caller.of(context).isKnown()) {
      context.header("Cache-Control", "no-store");
    }
    context
        .header("Content-Language", frame.language().tag())
        .header("Vary", "Accept-Language, Cookie, Authorization, Accept-Encoding")
        .contentType("text/html; charset=utf-8")
        .result(renderer.render(template, frame, page));
  }

  /** A part of a page as a text of its own, for a file. */
  public String fragment(String template, Map<String, Object> parameters) {
    return renderer.fragment(template, parameters);
  }

  /** The page of a problem. */
  public String error(Context context, ProblemDocument problem) {
    var page =
        new ErrorPage(problem.status(), problem.detail(), problem.faults(), problem.incident());
    Frame frame = frame(context, Frame.Head.of(texts(context).say(page.titleKey()), null));
    return renderer.render("error/error.jte", frame, page);
  }

  private static Optional<Language> asked(Context context) {
    return Optional.ofNullable(context.queryParam("lang")).flatMap(Language::find);
  }

  /** The first language of the header that we have; its weights are in order in every browser. */
  static Optional<Language> accepted(@org.jspecify.annotations.Nullable String header) {
    List<String> tags = header == null ? List.of() : Arrays.asList(header.split(",", -1));
    return tags.stream()
        .map(tag -> tag.split(";", -1)[0])
        .map(Language::find)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> cookie(Context context, String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  private void remember(Context context, String name, String value) {
    cookies.set(context, name, value, YEAR_SECONDS);
  }
}
