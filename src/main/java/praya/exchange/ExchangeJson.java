package praya.exchange;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Exchange;
import praya.domain.Viewer;
import praya.organisation.OrganisationJson;

/** A need or an offer as JSON. */
public final class ExchangeJson {
  private ExchangeJson() {}

  /** The representation for a viewer: an anonymous one tells only staff whose it is. */
  public static Map<String, @Nullable Object> of(
      Exchange exchange, Viewer viewer, LocalDate today) {
    Exchange.Content content = exchange.content();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", exchange.id());
    json.put("version", exchange.version());
    json.put(
        "organisation",
        viewer.maySeeOwner(content.visibility(), exchange.organisationId())
            ? content.organisation()
            : null);
    json.put("exchange", content.kind());
    OrganisationJson.putText(json, "title", content.wording().title());
    OrganisationJson.putText(json, "text", content.wording().text());
    json.put("capabilities", content.topic().capabilities());
    json.put("sectors", content.topic().sectors());
    json.put("visibility", content.visibility().code());
    json.put("opens", content.period().from().toString());
    json.put("closes", content.period().to() == null ? null : content.period().to().toString());
    json.put("open", exchange.isOpen(today));
    json.put("fictional", content.fictional());
    return json;
  }
}
