package praya.stewardship;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Organisation;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.history.FieldDifference;
import praya.history.FieldWords;
import praya.http.Frame;
import praya.http.Phrase;
import praya.http.Source;
import praya.json.Json;
import praya.organisation.FieldRule;
import praya.organisation.OrganisationJson;
import praya.organisation.OrganisationService;
import praya.organisation.Statement;
import praya.taxonomy.TaxonomyService;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What there is to keep true about an organisation: facts, gaps, people, what waits. */
public final class Keeper {
  private final Services services;

  /** Whom it asks. */
  public record Services(
      OrganisationService organisations,
      ExchangeService exchanges,
      TaxonomyService taxonomy,
      ClaimService claims,
      ProposalService proposals,
      DelistingService delistings) {}

  public Keeper(Services services) {
    this.services = services;
  }

  /** Notes that a field is still true, or all of them when it names none. */
  void confirm(String slug, String field, Actor actor) {
    if (field.isEmpty()) {
      services.organisations().confirmAll(slug, actor);
    } else {
      services.organisations().confirm(slug, List.of(field), actor);
    }
  }

  EditPage.Keeping keeping(Organisation organisation, Frame frame, Actor actor) {
    var words = new FieldWords(services.taxonomy().current(), frame);
    List<EditPage.Exchange> exchanges = exchanges(organisation, frame);
    return new EditPage.Keeping(
        facts(organisation, words, frame),
        gaps(organisation, exchanges, words, frame),
        people(organisation, frame, actor),
        services.claims().waiting(organisation, actor).stream()
            .map(claim ->
                new EditPage.Asking(frame.date(claim.asked().at()), claim.asked().domain()))
            .toList(),
        exchanges,
        proposed(organisation, words, actor),
        services.delistings().state(organisation, actor).orElse(null));
  }

  private List<EditPage.Fact> facts(Organisation organisation, FieldWords words, Frame frame) {
    List<Statement> statements = services.organisations().statements(organisation.id());
    ObjectNode json = Json.tree(OrganisationJson.of(organisation));
    var facts = new ArrayList<EditPage.Fact>();
    for (String field : json.propertyNames()) {
      JsonNode value = FieldDifference.value(json, field);
      if (value == null || !FieldRule.confirmable(field)) {
        continue;
      }
      List<Statement> own =
          statements.stream().filter(statement -> statement.field().equals(field)).toList();
      String source =
          own.isEmpty()
              ? String.join(
                  frame.say("comma"),
                  Source.list(organisation.entry().origin().sources()).stream()
                      .map(Source::label)
                      .toList())
              : said(own.getLast(), frame);
      facts.add(
          new EditPage.Fact(
              field,
              words.label(field),
              words.text(field, value),
              source,
              confirmed(own, organisation.entry().origin().confirmedAt())
                  .map(frame::date)
                  .orElse(null)));
    }
    return facts;
  }

  /** The later of what was said of this field and of the record as a whole. */
  private static Optional<Instant> confirmed(List<Statement> own, @Nullable Instant whole) {
    var found = new ArrayList<Instant>();
    if (whole != null) {
      found.add(whole);
    }
    own.forEach(statement -> {
      if (statement.confirmedAt() != null) {
        found.add(statement.confirmedAt());
      }
    });
    return found.stream().max(Comparator.naturalOrder());
  }

  private static String said(Statement statement, Frame frame) {
    if (statement.source().equals(Statement.ITSELF)) {
      return frame.say("history.by.organisation");
    }
    return statement.source().equals(statement.recordedBy())
        ? frame.say("history.by.staff")
        : Source.of(statement.source()).label();
  }

  private static List<EditPage.Gap> gaps(
      Organisation organisation, List<EditPage.Exchange> exchanges, FieldWords words, Frame frame) {
    boolean needs = exchanges.stream().anyMatch(item -> item.need() && item.open());
    boolean offers = exchanges.stream().anyMatch(item -> !item.need() && item.open());
    return Completeness.missing(organisation, needs, offers).stream()
        .map(part ->
            new EditPage.Gap(
                part.field(),
                words.label(part.field()),
                part.weight(),
                part.uses().stream()
                    .map(use -> frame.say("gap." + use.name().toLowerCase(java.util.Locale.ROOT)))
                    .toList()))
        .toList();
  }

  private List<EditPage.Person> people(Organisation organisation, Frame frame, Actor actor) {
    return services.claims().members(organisation, actor).stream()
        .map(member ->
            new EditPage.Person(
                member.account().toString(),
                member.name(),
                frame.date(member.since()),
                member.account().equals(actor.account())))
        .toList();
  }

  private List<EditPage.Exchange> exchanges(Organisation organisation, Frame frame) {
    var today = services.exchanges().today();
    var items = new ArrayList<EditPage.Exchange>();
    for (Side side : Side.values()) {
      services
          .exchanges()
          .listOf(side, organisation.id(), Viewer.STAFF)
          .forEach(exchange ->
              items.add(
                  new EditPage.Exchange(
                      "/" + side.plural() + "/" + exchange.id(),
                      Phrase.of(
                          exchange.content().wording().title(), frame.language(), exchange.id()),
                      side == Side.NEED,
                      exchange.isOpen(today))));
    }
    return items;
  }

  private List<FieldWords.Line> proposed(Organisation organisation, FieldWords words, Actor actor) {
    return services.proposals().waiting(organisation, actor).stream()
        .filter(proposal -> proposal.kind() == Proposal.Kind.NAMES)
        .flatMap(proposal ->
            words
                .lines(
                    FieldDifference.list(proposal.content().before(), proposal.content().after()))
                .stream())
        .toList();
  }
}
