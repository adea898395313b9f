package praya.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.MailAddress;
import praya.domain.Organisation;
import praya.domain.Permission;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.identity.Secret;
import praya.json.Json;
import praya.mail.Letter;
import praya.mail.MailTemplate;
import praya.organisation.OrganisationService;
import praya.store.Database;
import praya.store.Journal;

/**
 * How an account comes to act for an organisation: by a link that was mailed to the domain of its
 * website, or by staff. The link counts only for the account that asked, so a link that is handed
 * on, or opened ahead by a program, lets nobody else in. Where somebody acts for the organisation
 * already, staff decide in any case.
 */
public final class ClaimService {
  /** A day: letters to shared addresses are read the next morning. */
  static final Duration LINK_LIFE = Duration.ofHours(24);

  /** Letters in a day for an account, and for an organisation: enough to mistype, not to annoy. */
  static final int LINKS_A_DAY = 5;

  static final int NOTE = 1000;

  private final Database database;
  private final Journal journal;
  private final OrganisationService organisations;
  private final ClaimStore claims;
  private final MemberStore members;
  private final Post post;
  private final Stamps stamps;

  /** What identifies and dates things. */
  public record Stamps(Supplier<UUID> ids, Clock clock) {
    Instant now() {
      return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
  }

  public ClaimService(
      Database database,
      Journal journal,
      OrganisationService organisations,
      Post post,
      Stamps stamps) {
    this.database = database;
    this.journal = journal;
    this.organisations = organisations;
    this.claims = new ClaimStore(database);
    this.members = new MemberStore(database);
    this.post = post;
    this.stamps = stamps;
  }

  /**
   * How an account stands to an organisation.
   *
   * @param domains at which an address proves a claim; none where staff decide
   * @param open what the account has asked and nobody decided
   */
  public record Standing(
      Organisation organisation, boolean own, List<String> domains, Optional<Claim> open) {
    public Standing {
      domains = List.copyOf(domains);
    }
  }

  public Standing standing(String slug, Actor actor) {
    Organisation organisation = organisations.get(slug, actor.viewer());
    UUID account = actor.account();
    return new Standing(
        organisation,
        actor.actsFor(organisation.id()),
        domains(organisation),
        account == null ? Optional.empty() : claims.findOpen(account, organisation.id()));
  }

  /**
   * Mails a link to an address at the domain of the website.
   *
   * @throws Problem.InvalidInput for an address elsewhere
   * @throws Problem.Conflict for a member, or after too many letters
   */
  public Claim askByMail(String slug, String address, Actor actor) {
    Organisation organisation = organisations.get(slug, actor.viewer());
    UUID account = requireAccount(organisation, actor);
    MailAddress to = MailAddress.of("address", address);
    List<String> domains = domains(organisation);
    if (!domains.contains(to.domain())) {
      throw new Problem.InvalidInput(
          "address",
          address,
          domains.isEmpty()
              ? "The website of the organisation does not tell a mail domain of its own. Ask staff."
              : "The field address ("
                  + address
                  + ") must be at the domain of the website: "
                  + String.join(", ", domains)
                  + ". Maybe ask staff instead.");
    }
    Instant now = stamps.now();
    Secret secret = Secret.random("");
    var asked = new Claim.Asked(Claim.Way.MAIL, now, to.domain(), null);
    return database.inTransaction(() -> {
      members.lock(organisation.id());
      Instant dayBefore = now.minus(Duration.ofDays(1));
      if (claims.mailedSince(account, organisation.id(), dayBefore) >= LINKS_A_DAY) {
        throw new Problem.Conflict(
            "There were ("
                + LINKS_A_DAY
                + ") letters within a day. Look for the last one, wait, or ask staff.");
      }
      Claim claim = put(organisation, account, asked, secret);
      note(actor, claim, "asked");
      members
          .account(account)
          .ifPresent(claimant ->
              post.put(
                  new Letter(
                      "claim/" + claim.id() + "/link",
                      to,
                      claimant.language(),
                      MailTemplate.CLAIM_LINK,
                      List.of(
                          organisation.name(claimant.language()),
                          Long.toString(LINK_LIFE.toHours())),
                      "/claims/confirm?token=" + secret.text())));
      return claim;
    });
  }

  /** Asks staff. */
  public Claim askStaff(String slug, String note, Actor actor) {
    Organisation organisation = organisations.get(slug, actor.viewer());
    UUID account = requireAccount(organisation, actor);
    String clean = PlainText.of("note", note, NOTE);
    var asked =
        new Claim.Asked(Claim.Way.STAFF, stamps.now(), null, clean.isEmpty() ? null : clean);
    return database.inTransaction(() -> {
      Claim claim = put(organisation, account, asked, null);
      note(actor, claim, "asked");
      return claim;
    });
  }

  /** The organisation that an unused link of this account is about. */
  public Organisation linked(String token, Actor actor) {
    return database.inTransaction(() -> organisation(requireLink(token, actor)));
  }

  /**
   * Uses up a link. The first to claim an organisation acts for it from then on; the claim of
   * another one goes to staff.
   *
   * @throws Problem.NotFound when the link is used, too old or of another account
   */
  public Claim confirm(String token, Actor actor) {
    return database.inTransaction(() -> {
      Claim claim = requireLink(token, actor);
      members.lock(claim.organisation());
      Organisation organisation = organisation(claim);
      boolean stillCounts = domains(organisation).contains(claim.asked().domain());
      if (organisation.claimed() || !stillCounts) {
        Claim waits = with(claim, Claim.State.WAITING, null);
        claims.update(waits);
        note(actor, waits, "proved");
        return waits;
      }
      return accept(claim, "praya:claim-link", actor);
    });
  }

  /** Takes back what one asked. */
  public void withdraw(String slug, Actor actor) {
    Standing standing = standing(slug, actor);
    standing
        .open()
        .ifPresent(claim ->
            database.inTransaction(() -> {
              claims.update(with(claim, Claim.State.WITHDRAWN, decision(actor)));
              note(actor, claim, "withdrawn");
              return claim;
            }));
  }

  /** What staff have to decide, longest waiting first. */
  public List<Claim> waiting(Actor actor) {
    Permission.require(actor, Action.DECIDE_CLAIMS);
    return claims.waiting();
  }

  /** Who else asks to act for an organisation, for those who do. */
  public List<Claim> waiting(Organisation organisation, Actor actor) {
    Permission.require(actor, Action.READ_HISTORY, organisation);
    return claims.waiting(organisation.id());
  }

  /** The claimant, for staff. */
  public Optional<Steward> claimant(Claim claim, Actor actor) {
    Permission.require(actor, Action.DECIDE_CLAIMS);
    return members.account(claim.account());
  }

  /**
   * Decides a claim.
   *
   * @throws Problem.InvalidInput for a refusal without a reason
   * @throws Problem.Conflict when it is decided already
   */
  public void decide(UUID id, boolean accepted, Actor actor) {
    Permission.require(actor, Action.DECIDE_CLAIMS);
    if (!accepted) {
      Reasons.require(actor);
    }
    database.inTransaction(() -> {
      Claim claim =
          claims
              .find(id)
              .orElseThrow(() -> new Problem.NotFound("There is no claim (" + id + ")."));
      if (claim.state() != Claim.State.WAITING) {
        throw decided();
      }
      members.lock(claim.organisation());
      return accepted ? accept(claim, actor.name(), actor) : refuse(claim, actor);
    });
  }

  /** The members of an organisation, for themselves and staff. */
  public List<Steward> members(Organisation organisation, Actor actor) {
    Permission.require(actor, Action.READ_HISTORY, organisation);
    return members.list(organisation.id());
  }

  /** Gives up acting for an organisation. */
  public void leave(String slug, Actor actor) {
    Organisation organisation = organisations.get(slug, actor.viewer());
    UUID account = actor.account();
    if (account == null || !actor.actsFor(organisation.id())) {
      throw new Problem.Forbidden("You do not act for the organisation (" + slug + ").");
    }
    remove(organisation, account, "left", actor);
  }

  /**
   * Ends that somebody acts for an organisation.
   *
   * @throws Problem.InvalidInput without a reason
   */
  public void remove(String slug, UUID account, Actor actor) {
    Permission.require(actor, Action.DECIDE_CLAIMS);
    Reasons.require(actor);
    remove(organisations.get(slug, actor.viewer()), account, "removed", actor);
  }

  private void remove(Organisation organisation, UUID account, String action, Actor actor) {
    database.inTransaction(() -> {
      if (!members.remove(account, organisation.id())) {
        throw new Problem.NotFound("There is no member (" + account + ").");
      }
      String member = Json.text(Map.of("account", account, "organisation", organisation.id()));
      journal.note(
          actor,
          new Journal.Event("membership", organisation.id().toString(), action),
          member,
          null);
      return account;
    });
  }

  private Claim accept(Claim claim, String by, Actor actor) {
    Claim accepted =
        with(claim, Claim.State.ACCEPTED, new Decision(by, stamps.now(), actor.reason()));
    if (!claims.update(accepted)) {
      throw decided();
    }
    members.add(claim.account(), claim.organisation(), stamps.now());
    note(actor, accepted, "accepted");
    tell(accepted, MailTemplate.CLAIM_ACCEPTED, "/edit");
    return accepted;
  }

  private Claim refuse(Claim claim, Actor actor) {
    Claim refused = with(claim, Claim.State.REFUSED, decision(actor));
    if (!claims.update(refused)) {
      throw decided();
    }
    note(actor, refused, "refused");
    tell(refused, MailTemplate.CLAIM_REFUSED, "/claim");
    return refused;
  }

  private void tell(Claim claim, MailTemplate template, String place) {
    Organisation organisation = organisation(claim);
    members
        .account(claim.account())
        .flatMap(claimant ->
            Letters.to(claimant, organisation)
                .write("claim/" + claim.id() + "/decision", template, claim.decision(), place))
        .ifPresent(post::put);
  }

  private Claim put(
      Organisation organisation, UUID account, Claim.Asked asked, @Nullable Secret secret) {
    var claim =
        new Claim(
            stamps.ids().get(),
            account,
            organisation.id(),
            asked,
            secret == null ? Claim.State.WAITING : Claim.State.MAILED,
            secret == null ? null : asked.at().plus(LINK_LIFE),
            null);
    claims.put(claim, secret == null ? null : secret.hash());
    return claim;
  }

  private Claim requireLink(String token, Actor actor) {
    return claims
        .findByLink(new Secret(token).hash())
        .filter(claim -> claim.account().equals(actor.account()))
        .filter(claim -> claim.expiresAt() != null && stamps.now().isBefore(claim.expiresAt()))
        .orElseThrow(() ->
            new Problem.NotFound(
                "The link was used, is older than a day, or was asked for by another account. Sign"
                    + " in with that one, or ask for a new link on the organisation's page."));
  }

  private UUID requireAccount(Organisation organisation, Actor actor) {
    Permission.require(actor, Action.CLAIM_ORGANISATION);
    UUID account = actor.account();
    if (account == null) {
      throw new Problem.Forbidden("Only an account can claim. Sign in with one of your own.");
    }
    if (actor.actsFor(organisation.id())) {
      throw new Problem.Conflict("You act for this organisation already.");
    }
    return account;
  }

  private List<String> domains(Organisation organisation) {
    return WebsiteDomain.accepted(
        organisation.profile().website(), claims.otherWebsites(organisation.id()));
  }

  private Organisation organisation(Claim claim) {
    return organisations.get(claim.organisation().toString(), Viewer.STAFF);
  }

  private Decision decision(Actor actor) {
    return new Decision(actor.name(), stamps.now(), actor.reason());
  }

  private static Claim with(Claim claim, Claim.State state, @Nullable Decision decision) {
    return new Claim(
        claim.id(),
        claim.account(),
        claim.organisation(),
        claim.asked(),
        state,
        claim.expiresAt(),
        decision);
  }

  private void note(Actor actor, Claim claim, String action) {
    String json =
        Json.text(
            Map.of(
                "account", claim.account(),
                "organisation", claim.organisation(),
                "way", claim.asked().way().code(),
                "state", claim.state().code()));
    journal.note(actor, new Journal.Event("claim", claim.id().toString(), action), null, json);
  }

  private static Problem.Conflict decided() {
    return new Problem.Conflict("The claim is decided already. Open the list again.");
  }
}
