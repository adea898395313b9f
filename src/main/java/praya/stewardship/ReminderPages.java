package praya.stewardship;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Routes;

/** {@code /account/reminders}: whether one is reminded by mail to look a profile over. */
public final class ReminderPages {
  private final ReminderService reminders;
  private final PageContext pages;

  public ReminderPages(ReminderService reminders, PageContext pages) {
    this.reminders = reminders;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes
        .get("/account/reminders", Action.MANAGE_OWN_ACCOUNT, this::show)
        .post("/account/reminders", Action.MANAGE_OWN_ACCOUNT, this::change);
  }

  private void show(Context context) {
    Frame frame =
        pages.frame(context, Frame.Head.of(pages.texts(context).say("reminders.title"), null));
    boolean wanted = reminders.areWanted(account(context));
    pages.send(context, "stewardship/reminders.jte", frame, new ReminderPage(wanted));
  }

  private void change(Context context) {
    reminders.want(account(context), "true".equals(context.formParam("wanted")));
    context.redirect("/account/reminders", HttpStatus.SEE_OTHER);
  }

  private static UUID account(Context context) {
    Actor actor = Caller.of(context);
    UUID account = actor.account();
    if (account == null) {
      throw new Problem.Forbidden("The key belongs to no account, so nobody is reminded.");
    }
    return account;
  }
}
