package praya.organisation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Relation;

/** A relation as JSON. */
public final class RelationJson {
  private RelationJson() {}

  public static Map<String, @Nullable Object> of(Relation relation) {
    Relation.Content content = relation.content();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", relation.id());
    json.put("version", relation.version());
    json.put("from", content.from());
    json.put("to", content.to());
    json.put("type", content.type());
    OrganisationJson.putText(json, "fact", content.fact());
    json.put("since", content.since());
    json.put("source", content.source());
    json.put("fictional", content.fictional());
    json.put("visibility", content.visibility().code());
    return json;
  }
}
