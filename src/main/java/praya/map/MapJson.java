package praya.map;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Organisation;
import praya.map.MapService.Ego;
import praya.map.MapService.Overview;
import praya.map.MapService.Pair;
import praya.organisation.OrganisationJson;
import praya.organisation.RelationJson;

/** How maps look in JSON. */
final class MapJson {
  private MapJson() {}

  static Map<String, @Nullable Object> of(Ego ego) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("nodes", ego.nodes().stream().map(MapJson::node).toList());
    json.put("ties", ego.lines().stream().map(line -> tie(ego, line)).toList());
    json.put("leftOut", ego.leftOut());
    return json;
  }

  private static Map<String, @Nullable Object> node(MapService.Node node) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("organisation", OrganisationJson.of(node.organisation()));
    json.put("steps", node.steps());
    json.put("community", node.community() < 0 ? null : node.community() + 1);
    json.put("x", Math.round(node.x() * 10) / 10.0);
    json.put("y", Math.round(node.y() * 10) / 10.0);
    return json;
  }

  private static Map<String, Object> tie(Ego ego, MapService.Line line) {
    var json = new LinkedHashMap<String, Object>();
    json.put("from", ego.nodes().get(line.from()).organisation().slug());
    json.put("to", ego.nodes().get(line.to()).organisation().slug());
    json.put("relations", line.relations().stream().map(RelationJson::of).toList());
    return json;
  }

  static Map<String, @Nullable Object> of(Overview overview) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("organisations", overview.organisations());
    json.put("ties", overview.ties());
    json.put("untied", overview.weak().untied());
    json.put("hanging", overview.weak().hanging());
    json.put("parts", overview.parts());
    json.put("modularity", Math.round(overview.modularity() * 10_000) / 10_000.0);
    json.put("communities", overview.communities().stream().map(MapJson::community).toList());
    json.put("bridges", overview.weak().bridges().stream().map(MapJson::pair).toList());
    json.put("brokers", slugs(overview.weak().brokers()));
    json.put(
        "helpful",
        overview.helpful().stream()
            .map(helpful -> {
              var one = new LinkedHashMap<String, Object>(pair(helpful.pair()));
              one.put("pairs", helpful.pairs());
              return one;
            })
            .toList());
    return json;
  }

  private static Map<String, Object> community(MapService.Community community) {
    var json = new LinkedHashMap<String, Object>();
    json.put("community", community.number() + 1);
    json.put("organisations", slugs(community.organisations()));
    return json;
  }

  private static Map<String, String> pair(Pair pair) {
    var json = new LinkedHashMap<String, String>();
    json.put("from", pair.from().slug());
    json.put("to", pair.to().slug());
    return json;
  }

  private static List<String> slugs(List<Organisation> organisations) {
    return organisations.stream().map(Organisation::slug).toList();
  }
}
