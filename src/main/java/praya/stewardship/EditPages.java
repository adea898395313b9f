package praya.stewardship;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Entry;
import praya.domain.Fault;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.history.FieldWords;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.PostedForm;
import praya.http.Routes;
import praya.taxonomy.TaxonomyService;

/** The page on which an organisation is changed, previewed and confirmed. */
public final class EditPages {
  private final EditService edits;
  private final Keeper keeper;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public EditPages(EditService edits, Keeper keeper, TaxonomyService taxonomy, PageContext pages) {
    this.edits = edits;
    this.keeper = keeper;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/organisations/{slug}/edit", Action.EDIT_ORGANISATION, this::open);
    routes.post("/organisations/{slug}/edit", Action.EDIT_ORGANISATION, this::post);
    routes.post("/organisations/{slug}/confirm", Action.CONFIRM_FACTS, this::confirm);
  }

  private void open(Context context) {
    Organisation organisation = edits.open(context.pathParam("slug"), Caller.of(context));
    var sheet = new Sheet(organisation, EditService.draft(organisation), "", "");
    show(context, sheet, List.of(), null);
  }

  /** What is in the form while it is being filled in. */
  private record Sheet(Organisation organisation, Draft draft, String note, String reason) {}

  private void post(Context context) {
    PostedForm form = PostedForm.of(context);
    Organisation organisation = edits.open(context.pathParam("slug"), Caller.of(context));
    var sheet =
        new Sheet(
            organisation,
            Draft.posted(FormField.ORGANISATION, form),
            form.text("note"),
            form.text("reason"));
    long version = form.number("version");
    if (version != organisation.version()) {
      showConflict(context, sheet, version);
      return;
    }
    try {
      if (form.text("intent").equals("preview")) {
        preview(context, sheet);
        return;
      }
      var saved = edits.save(organisation, sheet.draft(), sheet.note(), form.actor());
      String notice = saved.proposed() ? "proposed" : saved.changed() ? "saved" : "same";
      context.redirect(path(organisation) + "?done=" + notice, HttpStatus.SEE_OTHER);
    } catch (Problem.InvalidInput invalid) {
      context.status(422);
      show(context, sheet, invalid.faults(), null);
    } catch (Problem.Stale raced) {
      var now = edits.open(organisation.id().toString(), Caller.of(context));
      showConflict(context, new Sheet(now, sheet.draft(), sheet.note(), sheet.reason()), version);
    }
  }

  private void preview(Context context, Sheet sheet) {
    Entry wanted = edits.parse(sheet.organisation(), sheet.draft());
    var words = words(context);
    var lines = words.lines(EditService.differences(sheet.organisation(), wanted));
    show(context, sheet, List.of(), new EditPage.Review(false, lines, List.of()));
  }

  /** Both texts side by side; the form keeps what is mine and takes over what is not. */
  private void showConflict(Context context, Sheet sheet, long version) {
    Actor actor = Caller.of(context);
    Draft theirs = EditService.draft(sheet.organisation());
    Draft base = edits.draftOf(sheet.organisation(), version, actor).orElse(theirs);
    FieldWords words = words(context);
    var lines =
        words.lines(
            praya.history.FieldDifference.list(
                theirs.over(praya.json.Json.mapper().createObjectNode()).toString(),
                sheet
                    .draft()
                    .inOrderOf(theirs)
                    .merged(base, theirs)
                    .over(praya.json.Json.mapper().createObjectNode())
                    .toString()));
    List<String> contested =
        sheet.draft().contested(base, theirs).stream().map(words::label).toList();
    var merged =
        new Sheet(
            sheet.organisation(), sheet.draft().merged(base, theirs), sheet.note(), sheet.reason());
    context.status(409);
    show(context, merged, List.of(), new EditPage.Review(true, lines, contested));
  }

  private void confirm(Context context) {
    PostedForm form = PostedForm.of(context);
    String slug = context.pathParam("slug");
    keeper.confirm(slug, form.text("field"), form.actor());
    context.redirect("/organisations/" + slug + "/edit?done=confirmed#facts", HttpStatus.SEE_OTHER);
  }

  private void show(
      Context context, Sheet sheet, List<Fault> faults, EditPage.@Nullable Review review) {
    Actor actor = Caller.of(context);
    Organisation organisation = sheet.organisation();
    Phrase name =
        Phrase.of(organisation.profile().name(), pages.language(context), organisation.slug());
    Frame frame =
        pages.frame(
            context, Frame.Head.of(pages.texts(context).say("edit.title", name.text()), null));
    boolean foreign = !actor.actsFor(organisation.id());
    boolean busy = review != null || !faults.isEmpty();
    pages.send(
        context,
        "stewardship/edit.jte",
        frame,
        new EditPage(
            name,
            organisation.slug(),
            notice(frame),
            new EditPage.Form(
                new Inputs(frame, taxonomy.current(), sheet.draft(), faults),
                organisation.version(),
                foreign && organisation.claimed(),
                !actor.isStaff(),
                sheet.note(),
                sheet.reason()),
            review,
            busy ? null : keeper.keeping(organisation, frame, actor)));
    context.header("Cache-Control", "no-store");
  }

  private FieldWords words(Context context) {
    return new FieldWords(taxonomy.current(), pages.frame(context, Frame.Head.of("", null)));
  }

  private static @Nullable String notice(Frame frame) {
    return frame
        .here()
        .value("done")
        .map(done -> "edit.done." + done)
        .filter(frame.texts()::has)
        .orElse(null);
  }

  private static String path(Organisation organisation) {
    return "/organisations/" + organisation.slug() + "/edit";
  }
}
