package praya.mail;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Problem;
import praya.http.Address;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.Page;
import praya.http.PageContext;
import praya.http.Query;
import praya.http.Routes;

/** The outbox as staff see it: the letters, what is written in them, and trying again. */
public final class OutboxPages {
  private static final String PATH = "/outbox";

  /**
   * What may be loaded by the HTML part of a letter when it is looked at: nothing but the styles in
   * it. It gets an origin of its own and runs no script, whatever somebody managed to write there.
   */
  private static final String LETTER_POLICY =
      "sandbox allow-top-navigation-by-user-activation; default-src 'none';"
          + " style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  private final MailService mail;
  private final PageContext pages;
  private final Clock clock;

  public OutboxPages(MailService mail, PageContext pages, Clock clock) {
    this.mail = mail;
    this.pages = pages;
    this.clock = clock;
  }

  public void add(Routes routes) {
    routes.get(PATH, Action.READ_OUTBOX, this::list);
    routes.get(PATH + "/{id}", Action.READ_OUTBOX, this::letter);
    routes.get(PATH + "/{id}/html", Action.READ_OUTBOX, this::html);
    routes.post(PATH + "/{id}/again", Action.SEND_LETTER_AGAIN, this::again);
  }

  private void list(Context context) {
    Query query = Query.of(context, "cursor", "limit", "theme");
    Page.Request request = Page.Request.of(query);
    query.done();
    Page<OutboxEntry> found = mail.list(request);
    Frame frame = frame(context, "outbox.title");
    Instant now = clock.instant();
    List<OutboxPage.Item> items =
        found.items().stream().map(entry -> OutboxPage.Item.of(entry, frame, now)).toList();
    String next =
        found.next() == null
            ? null
            : Address.of(PATH)
                .with("limit", Integer.toString(request.limit()))
                .with("cursor", found.next().token())
                .href();
    send(
        context,
        "mail/outbox.jte",
        frame,
        new OutboxPage(items, found.total(), mail.sends(), next));
  }

  private void letter(Context context) {
    MailService.Opened opened = mail.find(context.pathParam("id"));
    Frame frame = frame(context, "outbox.title");
    LetterText text = opened.text();
    OutboxLetterPage.@Nullable Text shown =
        text == null ? null : new OutboxLetterPage.Text(text.subject(), text.text(), text.link());
    boolean sent = opened.entry().progress().sentAt() != null;
    send(
        context,
        "mail/outbox-letter.jte",
        frame,
        new OutboxLetterPage(
            OutboxPage.Item.of(opened.entry(), frame, clock.instant()),
            shown,
            text == null && !sent));
  }

  private void html(Context context) {
    LetterText text = mail.find(context.pathParam("id")).text();
    if (text == null) {
      throw new Problem.NotFound("The text of this letter is not kept, or not for staff.");
    }
    context
        .header("Content-Security-Policy", LETTER_POLICY)
        .header("Cache-Control", "no-store")
        .header("Referrer-Policy", "no-referrer")
        .contentType("text/html; charset=utf-8")
        .result(text.html());
  }

  private void again(Context context) {
    String id = context.pathParam("id");
    mail.sendAgain(id, Caller.of(context));
    context.redirect(PATH + "/" + id, HttpStatus.SEE_OTHER);
  }

  private Frame frame(Context context, String titleKey) {
    return pages.frame(context, Frame.Head.of(pages.texts(context).say(titleKey), null));
  }

  /** Addresses of people must not stay behind in a browser or a proxy. */
  private void send(Context context, String template, Frame frame, Object page) {
    pages.send(context, template, frame, page);
    context.header("Cache-Control", "no-store");
  }
}
