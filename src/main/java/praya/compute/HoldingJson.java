package praya.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Allocation;
import praya.domain.Viewer;
import praya.organisation.OrganisationJson;

/** An allocation with its use as JSON. */
final class HoldingJson {
  private HoldingJson() {}

  /** The representation for a viewer: an anonymous one tells only staff whose it is. */
  static Map<String, @Nullable Object> of(Holding holding, Viewer viewer) {
    Allocation allocation = holding.allocation();
    Allocation.Grant grant = allocation.content().grant();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", allocation.id());
    json.put("version", allocation.version());
    json.put(
        "organisation", holding.isKnownTo(viewer) ? allocation.content().organisation() : null);
    OrganisationJson.putText(json, "project", allocation.content().project());
    json.put("scheme", grant.scheme());
    json.put("cards", grant.cards());
    json.put("from", grant.period().from().toString());
    json.put("to", Objects.toString(grant.period().to(), null));
    json.put("status", grant.status().code());
    json.put("shareability", grant.shareability().code());
    json.put("fictional", allocation.content().fictional());
    json.put("visibility", allocation.content().visibility().code());
    json.put("pflops", holding.pflops());
    json.put("usage", used(holding.used()));
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> used(Holding.@Nullable Used used) {
    if (used == null) {
      return null;
    }
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("usedCardHours", used.usedCardHours());
    json.put("availableCardHours", used.availableCardHours());
    json.put("weeks", used.weeks());
    json.put("lastWeek", used.lastWeek().toString());
    return json;
  }

  static Map<String, @Nullable Object> of(Holding.Week week) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("week", week.week().toString());
    json.put("availableCardHours", week.availableCardHours());
    json.put("usedCardHours", week.usedCardHours());
    return json;
  }
}
