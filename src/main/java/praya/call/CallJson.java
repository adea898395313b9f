package praya.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Organisation;
import praya.organisation.OrganisationJson;

/** A call as JSON. */
final class CallJson {
  private CallJson() {}

  static Map<String, @Nullable Object> of(CallService.Seen seen) {
    Call call = seen.call();
    Organisation organiser = seen.organiser();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", call.id());
    OrganisationJson.putText(json, "title", call.wording().title());
    OrganisationJson.putText(json, "text", call.wording().text());
    json.put("requiredCapabilities", call.asked().capabilities());
    json.put("sectors", call.asked().sectors());
    json.put("eligibleKinds", call.members().kinds());
    json.put("minMembers", call.members().least());
    json.put("maxMembers", call.members().most());
    json.put("deadline", call.deadline() == null ? null : call.deadline().toString());
    json.put("open", seen.open());
    json.put("organiser", organiser == null ? null : organiser.slug());
    json.put("source", call.wording().source());
    json.put("fictional", call.fictional());
    return json;
  }
}
