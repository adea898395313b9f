package praya.alert;

import io.javalin.http.Context;
import praya.domain.Action;
import praya.domain.Problem;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;

/**
 * {@code /alerts/stop/SECRET}: the link of letters that ends them, without signing in. Opening it
 * changes nothing, as programs for mail open links by themselves; posting to it does, be it by its
 * button or by the program for mail at one click (RFC 8058).
 */
public final class StopPages {
  private static final String PATH = "/alerts/stop/";

  private final SavedSearchService searches;
  private final PageContext pages;

  public StopPages(SavedSearchService searches, PageContext pages) {
    this.searches = searches;
    this.pages = pages;
  }

  static String path(String secret) {
    return PATH + secret;
  }

  public void add(Routes routes) {
    routes
        .get(PATH + "{secret}", Action.STOP_LETTERS, this::ask)
        .post(PATH + "{secret}", Action.STOP_LETTERS, this::stop);
  }

  private void ask(Context context) {
    if (!searches.isStop(context.pathParam("secret"))) {
      throw unknown();
    }
    send(context, false);
  }

  private void stop(Context context) {
    if (!searches.stop(context.pathParam("secret"))) {
      throw unknown();
    }
    send(context, true);
  }

  private static Problem unknown() {
    return new Problem.NotFound(
        "This link ends no letters. Maybe part of it was cut off; copy all of it.");
  }

  private void send(Context context, boolean stopped) {
    Frame frame =
        pages.frame(context, Frame.Head.of(pages.texts(context).say("alerts.stop.title"), null));
    pages.send(context, "alert/stop.jte", frame, new StopPage(context.path(), stopped));
    context.header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
  }
}
