package praya.stewardship;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.MailAddress;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.history.FieldDifference;
import praya.history.FieldWords;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.PostedForm;
import praya.http.Routes;
import praya.organisation.OrganisationService;
import praya.taxonomy.TaxonomyService;

/** The queues of staff: claims, proposals, delistings. */
public final class DeskPages {
  private final Services services;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  /** Whom the queues ask. */
  public record Services(
      ClaimService claims,
      ProposalService proposals,
      DelistingService delistings,
      OrganisationService organisations) {}

  public DeskPages(Services services, TaxonomyService taxonomy, PageContext pages) {
    this.services = services;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/staff/claims", Action.DECIDE_CLAIMS, context -> claims(context, null));
    routes.post("/staff/claims/{id}", Action.DECIDE_CLAIMS, this::decideClaim);
    routes.get("/staff/proposals", Action.DECIDE_PROPOSALS, context -> proposals(context, null));
    routes.post("/staff/proposals/{id}", Action.DECIDE_PROPOSALS, this::decideProposal);
    routes.get(
        "/staff/delistings", Action.DELIST_ORGANISATION, context -> delistings(context, null));
    routes.post("/staff/delistings/{id}", Action.DELIST_ORGANISATION, this::decideDelisting);
  }

  private interface Deciding {
    void decide(UUID id, PostedForm form);
  }

  private interface Queue {
    void show(Context context, @Nullable String fault);
  }

  private void decideClaim(Context context) {
    decide(
        context,
        (id, form) -> services.claims().decide(id, isAccepted(form), form.actor()),
        this::claims);
  }

  private void decideProposal(Context context) {
    decide(
        context,
        (id, form) -> services.proposals().decide(id, isAccepted(form), form.actor()),
        this::proposals);
  }

  private void decideDelisting(Context context) {
    decide(
        context,
        (id, form) -> {
          var verdict =
              switch (form.text("verdict")) {
                case "accept" -> DelistingService.Verdict.ACCEPT;
                case "refuse" -> DelistingService.Verdict.REFUSE;
                case "reverse" -> DelistingService.Verdict.REVERSE;
                default -> throw unknown(form);
              };
          services.delistings().decide(id, verdict, form.actor());
        },
        this::delistings);
  }

  private static void decide(Context context, Deciding deciding, Queue queue) {
    PostedForm form = PostedForm.of(context);
    UUID id = ClaimPages.uuid(context.pathParam("id"));
    try {
      deciding.decide(id, form);
      context.redirect(
          context.path().substring(0, context.path().lastIndexOf('/')) + "?done=decided",
          HttpStatus.SEE_OTHER);
    } catch (Problem.InvalidInput | Problem.Conflict refused) {
      context.status(refused instanceof Problem.Conflict ? 409 : 422);
      queue.show(context, refused.getMessage());
    }
  }

  private static boolean isAccepted(PostedForm form) {
    return switch (form.text("verdict")) {
      case "accept" -> true;
      case "refuse" -> false;
      default -> throw unknown(form);
    };
  }

  private static Problem.Malformed unknown(PostedForm form) {
    String verdict = form.text("verdict");
    return new Problem.Malformed(
        "verdict", verdict, "The field verdict (" + verdict + ") is not one that our form sends.");
  }

  private void claims(Context context, @Nullable String fault) {
    Actor actor = Caller.of(context);
    Frame frame = frame(context, "claims");
    var items = new ArrayList<DeskPage.Item>();
    for (Claim claim : services.claims().waiting(actor)) {
      find(claim.organisation())
          .ifPresent(organisation -> {
            var facts = new ArrayList<String>();
            if (claim.asked().domain() != null) {
              facts.add(frame.say("desk.proved", claim.asked().domain()));
            }
            if (organisation.claimed()) {
              facts.add(frame.say("desk.claimed"));
            }
            String who = services.claims().claimant(claim, actor).map(DeskPages::who).orElse("–");
            var asked =
                new DeskPage.Asked(
                    frame.texts().moment(claim.asked().at()), claim.asked().note(), facts);
            items.add(
                new DeskPage.Item(
                    claim.id().toString(),
                    "claims",
                    name(organisation, frame),
                    organisation.slug(),
                    who,
                    asked,
                    List.of()));
          });
    }
    send(context, frame, new DeskPage("claims", items, List.of(), fault));
  }

  private void proposals(Context context, @Nullable String fault) {
    Frame frame = frame(context, "proposals");
    var words = new FieldWords(taxonomy.current(), frame);
    var items = new ArrayList<DeskPage.Item>();
    for (Proposal proposal : services.proposals().waiting(Caller.of(context))) {
      find(proposal.organisation())
          .ifPresent(organisation -> {
            var facts = new ArrayList<String>();
            if (proposal.merged() != null) {
              facts.add(
                  find(proposal.merged())
                      .map(gone -> frame.say("desk.merges", gone.slug(), organisation.slug()))
                      .orElse(frame.say("desk.gone")));
            }
            var asked =
                new DeskPage.Asked(
                    frame.texts().moment(proposal.content().at()),
                    proposal.content().note(),
                    facts);
            items.add(
                new DeskPage.Item(
                    proposal.id().toString(),
                    proposal.kind().code(),
                    name(organisation, frame),
                    organisation.slug(),
                    proposal.content().by(),
                    asked,
                    words.lines(
                        FieldDifference.list(
                            proposal.content().before(), proposal.content().after()))));
          });
    }
    send(context, frame, new DeskPage("proposals", items, List.of(), fault));
  }

  private void delistings(Context context, @Nullable String fault) {
    Actor actor = Caller.of(context);
    Frame frame = frame(context, "delistings");
    send(
        context,
        frame,
        new DeskPage(
            "delistings",
            items(services.delistings().waiting(actor), frame),
            items(services.delistings().delisted(actor), frame),
            fault));
  }

  private List<DeskPage.Item> items(List<Delisting> asked, Frame frame) {
    var items = new ArrayList<DeskPage.Item>();
    for (Delisting one : asked) {
      find(one.organisation())
          .ifPresent(organisation ->
              items.add(
                  new DeskPage.Item(
                      one.id().toString(),
                      "delistings",
                      name(organisation, frame),
                      organisation.slug(),
                      one.account() == null ? "–" : "account:" + one.account(),
                      new DeskPage.Asked(
                          frame.texts().moment(one.askedAt()), one.note(), List.of()),
                      List.of())));
    }
    return items;
  }

  private Optional<Organisation> find(UUID id) {
    return services.organisations().list(Set.of(id), Viewer.STAFF).stream().findFirst();
  }

  private static Phrase name(Organisation organisation, Frame frame) {
    return Phrase.of(organisation.profile().name(), frame.language(), organisation.slug());
  }

  private static String who(Steward claimant) {
    MailAddress address = claimant.address();
    String name = claimant.name() == null ? "" : claimant.name() + " ";
    return name + (address == null ? "account:" + claimant.account() : address.text());
  }

  private Frame frame(Context context, String queue) {
    return pages.frame(
        context, Frame.Head.of(pages.texts(context).say("desk." + queue + ".title"), null));
  }

  private void send(Context context, Frame frame, DeskPage page) {
    pages.send(context, "stewardship/desk.jte", frame, page);
    context.header("Cache-Control", "no-store");
  }
}
