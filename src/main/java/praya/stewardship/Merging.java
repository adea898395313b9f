package praya.stewardship;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import praya.call.CallService;
import praya.compute.AllocationService;
import praya.compute.Holding;
import praya.domain.Actor;
import praya.domain.Allocation;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Problem;
import praya.domain.Relation;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.introduction.IntroductionService;
import praya.organisation.OrganisationService;
import praya.organisation.RelationService;
import praya.store.Database;

/**
 * Making one organisation out of two records of it: everything that names the one names the other
 * afterwards, and its address leads there. Each moved record is written through its own service, so
 * that change feed, audit and history tell of it.
 */
public final class Merging {
  private final Database database;
  private final OrganisationService organisations;
  private final Records records;
  private final MemberStore members;
  private final ClaimStore claims;
  private final ProposalStore proposals;

  /** What names organisations. */
  public record Records(
      RelationService relations,
      ExchangeService exchanges,
      AllocationService allocations,
      IntroductionService introductions,
      CallService calls) {}

  public Merging(Database database, OrganisationService organisations, Records records) {
    this.database = database;
    this.organisations = organisations;
    this.records = records;
    this.members = new MemberStore(database);
    this.claims = new ClaimStore(database);
    this.proposals = new ProposalStore(database);
  }

  /** The organisation that would go, if these two may be merged. */
  static Organisation require(Organisation stays, Optional<Organisation> goes, String named) {
    Organisation loser =
        goes.orElseThrow(() ->
            new Problem.InvalidInput(
                "merged",
                named,
                "The field merged (" + named + ") names no organisation. Give its address."));
    if (loser.id().equals(stays.id())) {
      throw new Problem.InvalidInput(
          "merged", named, "An organisation (" + named + ") cannot be merged with itself.");
    }
    if (loser.fictional() != stays.fictional()) {
      throw new Problem.InvalidInput(
          "merged",
          named,
          "One of ("
              + stays.slug()
              + ", "
              + named
              + ") is fictional. Real and fictional never mix.");
    }
    return loser;
  }

  /** Lets one organisation go into another, all or nothing. */
  void merge(Organisation stays, String goes, Actor actor) {
    database.inTransaction(() -> {
      Organisation loser = require(stays, organisations.find(goes, Viewer.STAFF), goes);
      for (Side side : Side.values()) {
        for (Exchange exchange : records.exchanges().listOf(side, loser.id(), Viewer.STAFF)) {
          records.exchanges().replace(exchange, exchange.content().of(stays.slug()), actor);
        }
      }
      for (Holding holding : records.allocations().listOf(loser.id(), Viewer.STAFF)) {
        Allocation allocation = holding.allocation();
        Allocation.Content content = allocation.content().of(stays.slug());
        records.allocations().replace(allocation.id(), allocation.version(), content, actor);
      }
      moveRelations(stays, loser, actor);
      records.introductions().move(loser.id(), stays.id());
      records.calls().move(loser.id(), stays.id());
      movePeople(stays.id(), loser.id());
      organisations.replace(stays.slug(), stays.version(), joined(stays, loser), actor);
      organisations.leadTo(loser, stays.id(), actor);
      return loser;
    });
  }

  /** A tie of the two with each other goes, and one that the other has already. */
  private void moveRelations(Organisation stays, Organisation loser, Actor actor) {
    for (Relation relation : records.relations().listOf(loser.id(), Viewer.STAFF)) {
      boolean outgoing = relation.fromId().equals(loser.id());
      UUID other = outgoing ? relation.toId() : relation.fromId();
      Relation.Content old = relation.content();
      Relation.Content content =
          outgoing ? old.between(stays.slug(), old.to()) : old.between(old.from(), stays.slug());
      if (other.equals(stays.id()) || records.relations().isTold(content)) {
        records.relations().delete(relation.id(), relation.version(), actor);
      } else {
        records.relations().replace(relation.id(), relation.version(), content, actor);
      }
    }
  }

  private void movePeople(UUID stays, UUID goes) {
    members.lock(stays);
    members.move(goes, stays);
    claims.move(goes, stays);
    proposals.move(goes, stays);
  }

  /** The entry rests on the sources of both. */
  private static Entry joined(Organisation stays, Organisation loser) {
    Origin origin = stays.entry().origin();
    List<String> sources = new ArrayList<>(origin.sources());
    loser.entry().origin().sources().stream()
        .filter(source -> !sources.contains(source))
        .forEach(sources::add);
    return stays.entry().with(new Origin(origin.fictional(), sources, origin.confirmedAt()));
  }
}
