package praya.stewardship;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Exchange;
import praya.domain.Fault;
import praya.domain.Organisation;
import praya.domain.Period;
import praya.domain.Problem;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.exchange.ExchangeForm;
import praya.exchange.ExchangeJson;
import praya.exchange.ExchangeService;
import praya.history.FieldDifference;
import praya.history.FieldWords;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.PostedForm;
import praya.http.Routes;
import praya.json.Fields;
import praya.json.Json;
import praya.organisation.OrganisationService;
import praya.taxonomy.TaxonomyService;
import tools.jackson.databind.node.ObjectNode;

/** The pages on which needs and offers are written, changed, closed and deleted. */
public final class ExchangeEditPages {
  private final EditService edits;
  private final ExchangeService exchanges;
  private final OrganisationService organisations;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public ExchangeEditPages(
      EditService edits,
      ExchangeService exchanges,
      OrganisationService organisations,
      TaxonomyService taxonomy,
      PageContext pages) {
    this.edits = edits;
    this.exchanges = exchanges;
    this.organisations = organisations;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    for (Side side : Side.values()) {
      String fresh = "/organisations/{slug}/" + side.plural() + "/new";
      routes.get(
          fresh,
          Action.EDIT_EXCHANGE,
          context -> show(context, blank(context, side), List.of(), null));
      routes.post(fresh, Action.EDIT_EXCHANGE, context -> post(context, blank(context, side)));
      String edit = "/" + side.plural() + "/{id}/edit";
      routes.get(
          edit,
          Action.EDIT_EXCHANGE,
          context -> show(context, stored(context, side), List.of(), null));
      routes.post(edit, Action.EDIT_EXCHANGE, context -> post(context, stored(context, side)));
    }
  }

  /**
   * A need or an offer that is being written.
   *
   * @param stored null for a new one
   */
  private record Sheet(
      Side side, Organisation owner, @Nullable Exchange stored, Draft draft, String reason) {
    Sheet with(Draft other, String why) {
      return new Sheet(side, owner, stored, other, why);
    }

    long version() {
      return stored == null ? 0 : stored.version();
    }

    String path() {
      return stored == null
          ? "/organisations/" + owner.slug() + "/" + side.plural() + "/new"
          : "/" + side.plural() + "/" + stored.id() + "/edit";
    }
  }

  private Sheet blank(Context context, Side side) {
    Organisation owner = edits.open(context.pathParam("slug"), Caller.of(context));
    ObjectNode empty = Json.mapper().createObjectNode();
    empty.put("opens", exchanges.today().toString());
    empty.put("visibility", "public");
    return new Sheet(side, owner, null, Draft.of(FormField.EXCHANGE, empty), "");
  }

  /** The one of the address; who may not change it is not told whether there is one. */
  private Sheet stored(Context context, Side side) {
    Actor actor = Caller.of(context);
    Exchange exchange = exchanges.get(side, context.pathParam("id"), actor.viewer());
    Organisation owner =
        organisations.list(Set.of(exchange.organisationId()), Viewer.STAFF).stream()
            .findFirst()
            .orElseThrow();
    if (!actor.isStaff() && !actor.actsFor(owner.id())) {
      throw new Problem.NotFound(
          "There is nothing of yours at (" + context.path() + ") that you could change.");
    }
    return new Sheet(side, owner, exchange, Draft.of(FormField.EXCHANGE, json(exchange)), "");
  }

  private void post(Context context, Sheet stored) {
    PostedForm form = PostedForm.of(context);
    Sheet sheet = stored.with(Draft.posted(FormField.EXCHANGE, form), form.text("reason"));
    if (form.number("version") != stored.version()) {
      showConflict(context, stored, sheet);
      return;
    }
    try {
      switch (form.text("intent")) {
        case "preview" -> preview(context, sheet);
        case "delete" -> delete(context, sheet, form);
        case "close" -> close(context, sheet, form);
        default -> save(context, sheet, form);
      }
    } catch (Problem.InvalidInput invalid) {
      context.status(422);
      show(context, sheet, invalid.faults(), null);
    } catch (Problem.Stale raced) {
      Sheet now = stored(context, sheet.side());
      showConflict(context, now, now.with(sheet.draft(), sheet.reason()));
    }
  }

  private void save(Context context, Sheet sheet, PostedForm form) {
    Exchange.Content content = parse(sheet);
    Actor actor = form.actor();
    if (sheet.stored() == null) {
      exchanges.create(sheet.side(), content, null, actor);
    } else if (!content.equals(sheet.stored().content())) {
      exchanges.replace(sheet.stored(), content, actor);
    }
    done(context, sheet, "saved");
  }

  /** Closed is what ended before today; what opened today or later ends on its first day. */
  private void close(Context context, Sheet sheet, PostedForm form) {
    Exchange stored = Objects.requireNonNull(sheet.stored());
    LocalDate opens = stored.content().period().from();
    LocalDate yesterday = exchanges.today().minusDays(1);
    var period = new Period(opens, yesterday.isBefore(opens) ? opens : yesterday);
    exchanges.replace(stored, stored.content().during(period), form.actor());
    done(context, sheet, "closed");
  }

  private void delete(Context context, Sheet sheet, PostedForm form) {
    if (!form.text("sure").equals("true")) {
      throw new Problem.InvalidInput("sure", "", "Tick the box to say that it should be deleted.");
    }
    Exchange stored = Objects.requireNonNull(sheet.stored());
    exchanges.delete(sheet.side(), stored.id(), stored.version(), form.actor());
    done(context, sheet, "deleted");
  }

  private static void done(Context context, Sheet sheet, String what) {
    String path = "/organisations/" + sheet.owner().slug() + "/edit?done=" + what + "#exchanges";
    context.redirect(path, HttpStatus.SEE_OTHER);
  }

  private Exchange.Content parse(Sheet sheet) {
    ObjectNode base =
        sheet.stored() == null ? Json.mapper().createObjectNode() : json(sheet.stored());
    ObjectNode wanted = sheet.draft().inOrderOf(Draft.of(FormField.EXCHANGE, base)).over(base);
    wanted.put("organisation", sheet.owner().slug());
    wanted.put("fictional", sheet.owner().fictional());
    var fields = new Fields(wanted, Fields.Spelling.CAMEL);
    fields.ignore("id", "version");
    Exchange.Content content = ExchangeForm.parse(fields, taxonomy.current());
    fields.done();
    return content;
  }

  private void preview(Context context, Sheet sheet) {
    Exchange.Content wanted = parse(sheet);
    Exchange now = sheet.stored();
    var preview = new Exchange(sheet.side(), "", sheet.version(), sheet.owner().id(), wanted);
    List<FieldDifference> differences =
        FieldDifference.list(now == null ? null : json(now).toString(), json(preview).toString());
    FieldWords words = words(context);
    var lines =
        words.lines(
            differences.stream()
                .filter(difference ->
                    FormField.EXCHANGE.stream()
                        .anyMatch(field -> field.name().equals(difference.field())))
                .toList());
    show(context, sheet, List.of(), new EditPage.Review(false, lines, List.of()));
  }

  private void showConflict(Context context, Sheet now, Sheet mine) {
    ObjectNode empty = Json.mapper().createObjectNode();
    Draft ordered = mine.draft().inOrderOf(now.draft());
    List<FieldDifference> differences =
        FieldDifference.list(now.draft().over(empty).toString(), ordered.over(empty).toString());
    FieldWords words = words(context);
    List<String> contested =
        differences.stream().map(difference -> words.label(difference.field())).toList();
    context.status(409);
    show(
        context,
        now.with(ordered, mine.reason()),
        List.of(),
        new EditPage.Review(true, words.lines(differences), contested));
  }

  private ObjectNode json(Exchange exchange) {
    return Json.tree(ExchangeJson.of(exchange, Viewer.STAFF, exchanges.today()));
  }

  private FieldWords words(Context context) {
    return new FieldWords(taxonomy.current(), pages.frame(context, Frame.Head.of("", null)));
  }

  private void show(
      Context context, Sheet sheet, List<Fault> faults, EditPage.@Nullable Review review) {
    Actor actor = Caller.of(context);
    Organisation owner = sheet.owner();
    Phrase name = Phrase.of(owner.profile().name(), pages.language(context), owner.slug());
    String key =
        (sheet.stored() == null ? "exchange.new." : "exchange.edit.") + sheet.side().plural();
    Frame frame = pages.frame(context, Frame.Head.of(pages.texts(context).say(key), null));
    boolean open = sheet.stored() != null && sheet.stored().isOpen(exchanges.today());
    boolean reasonAsked = owner.claimed() && !actor.actsFor(owner.id());
    pages.send(
        context,
        "stewardship/exchange.jte",
        frame,
        new ExchangeEditPage(
            name,
            owner.slug(),
            sheet.path(),
            sheet.side() == Side.NEED,
            new ExchangeEditPage.Form(
                new Inputs(frame, taxonomy.current(), sheet.draft(), faults),
                sheet.version(),
                open,
                reasonAsked,
                sheet.reason()),
            review));
    context.header("Cache-Control", "no-store");
  }
}
