package praya.stewardship;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.PostedForm;
import praya.http.Routes;

/** The pages on which organisations are claimed and left, and asked to be delisted. */
public final class ClaimPages {
  private final ClaimService claims;
  private final DelistingService delistings;
  private final ProposalService proposals;
  private final PageContext pages;

  public ClaimPages(
      ClaimService claims,
      DelistingService delistings,
      ProposalService proposals,
      PageContext pages) {
    this.claims = claims;
    this.delistings = delistings;
    this.proposals = proposals;
    this.pages = pages;
  }

  public void add(Routes routes) {
    String organisation = "/organisations/{slug}";
    routes.get(organisation + "/claim", Action.CLAIM_ORGANISATION, this::open);
    routes.post(organisation + "/claim", Action.CLAIM_ORGANISATION, this::ask);
    routes.get("/claims/confirm", Action.CLAIM_ORGANISATION, this::openLink);
    routes.post("/claims/confirm", Action.CLAIM_ORGANISATION, this::useLink);
    routes.post(organisation + "/leave", Action.CLAIM_ORGANISATION, this::leave);
    routes.post(organisation + "/members/{account}/remove", Action.DECIDE_CLAIMS, this::remove);
    routes.post(organisation + "/delisting", Action.ASK_FOR_DELISTING, this::askDelisting);
    routes.post(organisation + "/merge", Action.EDIT_ORGANISATION, this::proposeMerge);
  }

  private void open(Context context) {
    var written = new ClaimPage.Written("", "");
    show(context, written, null);
  }

  private void ask(Context context) {
    PostedForm form = PostedForm.of(context);
    String slug = context.pathParam("slug");
    Actor actor = Caller.of(context);
    try {
      switch (form.text("way")) {
        case "mail" -> claims.askByMail(slug, form.text("address"), actor);
        case "staff" -> claims.askStaff(slug, form.text("note"), actor);
        case "withdraw" -> claims.withdraw(slug, actor);
        default ->
            throw new Problem.Malformed(
                "way", form.text("way"), "The field way must be mail, staff or withdraw.");
      }
      context.redirect("/organisations/" + slug + "/claim", HttpStatus.SEE_OTHER);
    } catch (Problem.InvalidInput | Problem.Conflict refused) {
      context.status(refused instanceof Problem.Conflict ? 409 : 422);
      var written = new ClaimPage.Written(form.text("address"), form.text("note"));
      show(context, written, refused.getMessage());
    }
  }

  private void show(Context context, ClaimPage.Written written, @Nullable String fault) {
    var standing = claims.standing(context.pathParam("slug"), Caller.of(context));
    Organisation organisation = standing.organisation();
    String stage =
        standing.own() ? "own" : standing.open().map(claim -> claim.state().code()).orElse("ask");
    Phrase name = name(context, organisation);
    send(
        context,
        "stewardship/claim.jte",
        pages.texts(context).say("claim.title", name.text()),
        new ClaimPage(
            name,
            organisation.slug(),
            stage,
            standing.domains(),
            organisation.claimed(),
            written,
            fault));
  }

  private void openLink(Context context) {
    String token = Objects.requireNonNullElse(context.queryParam("token"), "");
    Organisation organisation = claims.linked(token, Caller.of(context));
    Phrase name = name(context, organisation);
    send(
        context,
        "stewardship/link.jte",
        pages.texts(context).say("claim.title", name.text()),
        new ClaimLinkPage(name, organisation.slug(), token));
    // The address holds the token; no page that is opened from here may learn it.
    context.header("Referrer-Policy", "no-referrer");
  }

  private void useLink(Context context) {
    PostedForm form = PostedForm.of(context);
    Actor actor = Caller.of(context);
    String slug = claims.linked(form.text("token"), actor).slug();
    Claim claim = claims.confirm(form.text("token"), actor);
    boolean accepted = claim.state() == Claim.State.ACCEPTED;
    context.redirect(
        "/organisations/" + slug + (accepted ? "/edit?done=claimed" : "/claim"),
        HttpStatus.SEE_OTHER);
  }

  private void leave(Context context) {
    String slug = context.pathParam("slug");
    claims.leave(slug, Caller.of(context));
    context.redirect("/organisations/" + slug + "/claim", HttpStatus.SEE_OTHER);
  }

  private void remove(Context context) {
    String slug = context.pathParam("slug");
    PostedForm form = PostedForm.of(context);
    claims.remove(slug, uuid(context.pathParam("account")), form.actor());
    context.redirect("/organisations/" + slug + "/edit?done=removed#people", HttpStatus.SEE_OTHER);
  }

  private void askDelisting(Context context) {
    String slug = context.pathParam("slug");
    PostedForm form = PostedForm.of(context);
    delistings.ask(slug, form.text("note"), form.actor());
    context.redirect("/organisations/" + slug + "/edit?done=asked#delisting", HttpStatus.SEE_OTHER);
  }

  private void proposeMerge(Context context) {
    String slug = context.pathParam("slug");
    PostedForm form = PostedForm.of(context);
    proposals.proposeMerge(slug, form.text("merged"), form.text("note"), form.actor());
    context.redirect("/organisations/" + slug + "/edit?done=proposed#merge", HttpStatus.SEE_OTHER);
  }

  private Phrase name(Context context, Organisation organisation) {
    return Phrase.of(organisation.profile().name(), pages.language(context), organisation.slug());
  }

  private void send(Context context, String template, String title, Object page) {
    Frame frame = pages.frame(context, Frame.Head.of(title, null));
    pages.send(context, template, frame, page);
    context.header("Cache-Control", "no-store");
  }

  static UUID uuid(String text) {
    return Identifiers.read(text)
        .orElseThrow(() -> new Problem.NotFound("There is nothing with the id (" + text + ")."));
  }
}
