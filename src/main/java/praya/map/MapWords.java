package praya.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Address;
import praya.http.Frame;
import praya.http.Phrase;
import praya.map.MapService.Ego;
import praya.map.MapService.Line;
import praya.map.MapService.Node;
import praya.organisation.Names;

/** Maps in the words of a page. */
final class MapWords {
  private static final int FIRST = 5;
  private static final int SECTORS = 2;

  private final Frame frame;
  private final Taxonomy taxonomy;

  MapWords(Frame frame, Taxonomy taxonomy) {
    this.frame = frame;
    this.taxonomy = taxonomy;
  }

  /** The drawing as a list: everybody, with their ties to others on it. */
  List<MapPage.Row> rows(Ego ego) {
    List<MapPage.Row> rows = new ArrayList<>();
    for (int i = 0; i < ego.nodes().size(); i++) {
      Node node = ego.nodes().get(i);
      List<MapPage.Tie> ties = new ArrayList<>();
      for (Line line : ego.lines()) {
        if (line.from() == i || line.to() == i) {
          Node other = ego.nodes().get(line.from() == i ? line.to() : line.from());
          ties.add(new MapPage.Tie(name(other.organisation()), types(line)));
        }
      }
      rows.add(
          new MapPage.Row(
              Names.of(node.organisation(), frame.language()),
              node.steps(),
              node.community() + 1,
              ties,
              here(node.organisation())));
    }
    return rows;
  }

  private List<Phrase> types(Line line) {
    return line.relations().stream()
        .map(relation -> relation.content().type())
        .distinct()
        .map(type -> Phrase.label(taxonomy, Vocabulary.RELATION_TYPES, type, frame.language()))
        .toList();
  }

  MapPage.Whole of(MapService.Overview overview, boolean fictional) {
    return new MapPage.Whole(
        fictional,
        new MapPage.Figures(
            frame.number(overview.organisations()),
            frame.number(overview.ties()),
            frame.number(overview.weak().hanging()),
            frame.number(overview.weak().untied()),
            frame.number(overview.parts()),
            frame.number(Math.round(overview.modularity() * 100) / 100.0)),
        overview.communities().stream().map(this::community).toList(),
        overview.weak().bridges().stream().map(this::pair).toList(),
        overview.weak().brokers().stream().map(this::place).toList(),
        overview.helpful().stream()
            .map(helpful ->
                new MapPage.Helpful(
                    pair(helpful.pair()),
                    frame.number(helpful.pairs()),
                    Names.href(helpful.pair().from().slug())
                        + "/partners/"
                        + helpful.pair().to().slug()))
            .toList());
  }

  private MapPage.Community community(MapService.Community community) {
    return new MapPage.Community(
        community.number() + 1,
        frame.number(community.organisations().size()),
        community.organisations().stream().limit(FIRST).map(this::place).toList(),
        sectors(community.organisations()));
  }

  /** The sectors that most of them are in, if two at least are. */
  private List<Phrase> sectors(List<Organisation> organisations) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    organisations.forEach(organisation ->
        organisation
            .profile()
            .classification()
            .sectors()
            .forEach(sector -> counts.merge(sector, 1, Integer::sum)));
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(SECTORS)
        .map(entry -> Phrase.label(taxonomy, Vocabulary.SECTORS, entry.getKey(), frame.language()))
        .toList();
  }

  private MapPage.Pair pair(MapService.Pair pair) {
    return new MapPage.Pair(place(pair.from()), place(pair.to()));
  }

  private MapPage.Place place(Organisation organisation) {
    return new MapPage.Place(name(organisation), here(organisation));
  }

  private Phrase name(Organisation organisation) {
    return Names.of(organisation, frame.language()).main();
  }

  private static String here(Organisation organisation) {
    return Address.of(MapPages.PATH).and("of", organisation.slug()).href();
  }
}
