package praya.team;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import praya.consortium.Consortium;
import praya.consortium.ConsortiumEngine;
import praya.consortium.Task;
import praya.domain.Audience;
import praya.domain.Exchange;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.exchange.ExchangeService;
import praya.graph.EcosystemGraph;
import praya.organisation.OrganisationService;
import praya.scoring.VisibleSheet;
import praya.search.CandidateQuery;
import praya.search.SearchIndexes;
import praya.taxonomy.TaxonomyService;

/**
 * Teams for a wish, as a viewer may know of them: whoever may not be seen or may not take part is
 * left out before anything is computed, with all its relations. Where no team is connected by known
 * relations, introductions that would have to be made stand in for them.
 */
public final class TeamService {
  private static final int TEAMS = 3;

  /** Every organisation of a directory of this size; beyond it the ablest. */
  private static final int CANDIDATES = 5_000;

  /**
   * What it costs to bring two together who have no known relation: as much as three members, more
   * than any relation of the last years.
   */
  private static final long INTRODUCTION = 3L * Task.SCALE;

  /** Pairs of strangers grow by the square; these are some ten thousand. */
  private static final int MOST_STRANGERS = 150;

  private static final UUID NOBODY = new UUID(0, 0);

  private final OrganisationService organisations;
  private final ExchangeService exchanges;
  private final TaxonomyService taxonomy;
  private final SearchIndexes index;
  private final Graphs graphs;
  private final Map<Audience, Ties> held = new ConcurrentHashMap<>();

  /** Where the graph of an audience comes from. */
  public interface Graphs {
    EcosystemGraph of(Audience audience);
  }

  public TeamService(
      OrganisationService organisations,
      ExchangeService exchanges,
      TaxonomyService taxonomy,
      SearchIndexes index,
      Graphs graphs) {
    this.organisations = organisations;
    this.exchanges = exchanges;
    this.taxonomy = taxonomy;
    this.index = index;
    this.graphs = graphs;
  }

  /** Who may take part, by slug, and what those cover who cover something. */
  private record Able(Map<String, Organisation> bySlug, Map<String, List<Teams.Cover>> covers) {
    Organisation get(String slug) {
      return Objects.requireNonNull(bySlug.get(slug));
    }
  }

  public Teams find(Wish wish, Viewer viewer) {
    if (!wish.isPossible()) {
      return Teams.NONE;
    }
    Ties ties = ties(viewer.audience());
    Able able = able(wish, ties, viewer);
    Map<UUID, String> names = new HashMap<>();
    Map<String, Long> costs = new HashMap<>();
    able.bySlug()
        .forEach((slug, organisation) -> {
          names.put(organisation.id(), slug);
          costs.put(slug, (long) Task.SCALE);
        });
    Map<String, Set<String>> skills = new TreeMap<>();
    able.covers()
        .forEach((slug, covers) -> {
          Set<String> codes = new TreeSet<>();
          covers.forEach(cover -> codes.add(cover.capability()));
          skills.put(slug, codes);
        });
    List<Task.Relation> known = ties.among(names::get);
    Consortium found = solve(known, skills, costs, wish);
    boolean together = !found.teams().isEmpty() && found.teams().getFirst().parts() == 1;
    if (!together && skills.size() <= MOST_STRANGERS) {
      found = solve(withStrangers(known, skills.keySet()), skills, costs, wish);
    }
    Consortium best = found;
    return new Teams(
        best.teams().stream().map(team -> team(team, able, ties, wish)).toList(),
        best.bound(),
        best.gap(),
        List.copyOf(best.nobody()),
        able.bySlug().size());
  }

  private static Consortium solve(
      List<Task.Relation> relations,
      Map<String, Set<String>> skills,
      Map<String, Long> costs,
      Wish wish) {
    return ConsortiumEngine.solve(
        new Task(
            relations,
            skills,
            costs,
            new TreeSet<>(wish.capabilities()),
            TEAMS,
            wish.eligible().most()));
  }

  /** The relations, and an introduction between every two who cover something and have none. */
  private static List<Task.Relation> withStrangers(List<Task.Relation> known, Set<String> able) {
    Set<String> tied = new HashSet<>();
    known.forEach(relation -> {
      tied.add(relation.first() + " " + relation.second());
      tied.add(relation.second() + " " + relation.first());
    });
    List<Task.Relation> all = new ArrayList<>(known);
    for (String one : able) {
      for (String other : able) {
        if (one.compareTo(other) < 0 && !tied.contains(one + " " + other)) {
          all.add(new Task.Relation(one, other, INTRODUCTION));
        }
      }
    }
    return all;
  }

  private Ties ties(Audience audience) {
    EcosystemGraph graph = graphs.of(audience);
    int year = exchanges.today().getYear();
    Ties known = held.get(audience);
    if (known == null || known.graph() != graph || known.year() != year) {
      known = Ties.of(graph, year);
      held.put(audience, known);
    }
    return known;
  }

  private Able able(Wish wish, Ties ties, Viewer viewer) {
    Set<UUID> candidates =
        new LinkedHashSet<>(
            index
                .of(viewer.audience())
                .candidates(
                    new CandidateQuery(
                        wish.capabilities(),
                        List.of(),
                        List.of(),
                        NOBODY,
                        wish.fictional(),
                        CANDIDATES)));
    candidates.addAll(viewer.organisations());
    Set<UUID> all = new LinkedHashSet<>(candidates);
    all.addAll(ties.graph().organisations());
    Map<String, Organisation> bySlug = new LinkedHashMap<>();
    for (Organisation organisation : organisations.list(all, viewer)) {
      if (viewer.sees(organisation) && mayTakePart(organisation, wish)) {
        bySlug.put(organisation.slug(), organisation);
      }
    }
    LocalDate today = exchanges.today();
    List<Organisation> asked =
        bySlug.values().stream()
            .filter(organisation -> candidates.contains(organisation.id()))
            .toList();
    Map<String, List<Teams.Cover>> covers = new HashMap<>();
    exchanges
        .sheets(asked, viewer)
        .forEach(sheet -> {
          List<Teams.Cover> covered = covers(VisibleSheet.of(sheet, viewer, today), wish);
          if (!covered.isEmpty()) {
            covers.put(sheet.organisation().slug(), covered);
          }
        });
    return new Able(bySlug, covers);
  }

  private static boolean mayTakePart(Organisation organisation, Wish wish) {
    Wish.Eligible eligible = wish.eligible();
    return organisation.fictional() == wish.fictional()
        && !organisation.id().equals(eligible.organiser())
        && (eligible.kinds().isEmpty() || eligible.kinds().contains(organisation.profile().kind()));
  }

  /** What of the wish an organisation covers, by an open offer or else by its entry. */
  private List<Teams.Cover> covers(VisibleSheet sheet, Wish wish) {
    Taxonomy terms = taxonomy.current();
    List<Teams.Cover> covers = new ArrayList<>();
    for (String wanted : wish.capabilities()) {
      Exchange offer =
          sheet.offers().stream()
              .filter(each -> within(each.content().topic().capabilities(), wanted, terms))
              .min(Comparator.comparing(Exchange::id))
              .orElse(null);
      List<String> stated = sheet.organisation().profile().classification().capabilities();
      if (offer != null || within(stated, wanted, terms)) {
        covers.add(new Teams.Cover(wanted, offer));
      }
    }
    return covers;
  }

  private static boolean within(List<String> given, String wanted, Taxonomy terms) {
    return given.stream()
        .anyMatch(code -> terms.selfAndAncestors(Vocabulary.CAPABILITIES, code).contains(wanted));
  }

  private static Teams.Team team(Consortium.Team team, Able able, Ties ties, Wish wish) {
    Comparator<Teams.Member> ablest = Comparator.comparingInt(member -> -member.covers().size());
    List<Teams.Member> members =
        team.members().stream()
            .map(member ->
                new Teams.Member(
                    able.get(member.id()), able.covers().getOrDefault(member.id(), List.of())))
            .sorted(ablest.thenComparing(member -> member.organisation().slug()))
            .toList();
    List<Teams.Tie> tied =
        team.relations().stream()
            .map(relation -> {
              Organisation first = able.get(relation.first());
              Organisation second = able.get(relation.second());
              return new Teams.Tie(
                  first,
                  second,
                  ties.graph().relationsBetween(first.id(), second.id()),
                  relation.cost());
            })
            .toList();
    return new Teams.Team(
        team.cost(),
        members,
        tied,
        team.parts(),
        Math.max(0, wish.eligible().least() - members.size()));
  }
}
