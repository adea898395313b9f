package praya.privacy;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.Next;
import praya.http.PageContext;
import praya.http.Routes;
import praya.json.Json;

/** The pages of the law: the notice, consent to it, one's own data. */
public final class PrivacyPages {
  private final ConsentService consents;
  private final PersonalDataService data;
  private final Terms terms;
  private final PageContext pages;

  /**
   * What the notice names.
   *
   * @param days for which each kind of record is kept
   * @param contact whom to ask; null for the staff of the directory
   */
  public record Terms(Map<Retention, Integer> days, @Nullable String contact) {
    public Terms {
      var all = new EnumMap<Retention, Integer>(Retention.class);
      for (Retention each : Retention.values()) {
        all.put(each, days.getOrDefault(each, each.defaultDays()));
      }
      days = Map.copyOf(all);
    }

    /** The arguments of the texts: days of the kinds of records, and between them the contact. */
    private Object[] arguments(Frame frame) {
      return new Object[] {
        days.get(Retention.SESSIONS),
        days.get(Retention.LETTERS),
        days.get(Retention.DECISIONS),
        days.get(Retention.IDLE_ACCOUNTS),
        contact == null ? frame.say("notice.contact.staff") : contact,
        days.get(Retention.FINDINGS)
      };
    }
  }

  public PrivacyPages(
      ConsentService consents, PersonalDataService data, Terms terms, PageContext pages) {
    this.consents = consents;
    this.data = data;
    this.terms = terms;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes
        .get("/privacy", Action.READ_DIRECTORY, this::notice)
        .get("/account/consent", Action.MANAGE_OWN_ACCOUNT, this::ask)
        .post("/account/consent", Action.MANAGE_OWN_ACCOUNT, this::agree)
        .get("/account/data", Action.MANAGE_OWN_ACCOUNT, context -> show(context, false))
        .get("/account/data.json", Action.MANAGE_OWN_ACCOUNT, this::download)
        .post("/account/erase", Action.MANAGE_OWN_ACCOUNT, this::erase);
  }

  private void notice(Context context) {
    send(context, null);
  }

  private void ask(Context context) {
    send(context, next(context.queryParam("next")));
  }

  private void send(Context context, @Nullable String next) {
    var texts = pages.texts(context);
    Frame frame =
        pages.frame(
            context, Frame.Head.of(texts.say("privacy.title"), texts.say("privacy.description")));
    pages.send(
        context, "privacy/notice.jte", frame, NoticePage.of(frame, terms.arguments(frame), next));
  }

  private void agree(Context context) {
    Actor actor = Caller.of(context);
    String version = Objects.requireNonNullElse(context.formParam("version"), "");
    if (!version.matches("[0-9]{1,6}")) {
      throw new Problem.Malformed(
          "version", version, "The field version (" + version + ") must be a whole number.");
    }
    consents.give(
        actor,
        PersonalDataService.account(actor),
        Integer.parseInt(version),
        pages.language(context));
    context.redirect(next(context.formParam("next")), HttpStatus.SEE_OTHER);
  }

  private void show(Context context, boolean unconfirmed) {
    var texts = pages.texts(context);
    Frame frame = pages.frame(context, Frame.Head.of(texts.say("data.title"), null));
    pages.send(context, "privacy/data.jte", frame, new DataPage(unconfirmed));
  }

  private void download(Context context) {
    context
        .header("Content-Disposition", "attachment; filename=\"praya-my-data.json\"")
        .header("Cache-Control", "no-store");
    Answers.json(context, own(context));
  }

  private byte[] own(Context context) {
    return Json.bytes(data.of(PersonalDataService.account(Caller.of(context))));
  }

  private void erase(Context context) {
    if (context.formParam("understood") == null) {
      context.status(422);
      show(context, true);
      return;
    }
    Actor actor = Caller.of(context);
    data.erase(actor, PersonalDataService.account(actor));
    context.redirect("/", HttpStatus.SEE_OTHER);
  }

  private static String next(@Nullable String wanted) {
    String path = Next.path(wanted);
    return path.isEmpty() ? "/" : path;
  }
}
