package praya.compute;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;
import praya.domain.Period;
import praya.organisation.OrganisationJson;

/** The centre as JSON, with its levels on a day. */
final class CentreJson {
  /** What granted and used figures rest on: records of this directory, not a public document. */
  private static final String RECORDS = "allocations recorded in this directory";

  private CentreJson() {}

  static Map<String, @Nullable Object> of(Centre centre, CentreLevels levels) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    OrganisationJson.putText(json, "name", centre.name());
    putNote(json, centre.note());
    json.put("asOf", levels.day().toString());
    json.put("phases", centre.phases().stream().map(CentreJson::phase).toList());
    json.put("unitRates", centre.rates().stream().map(CentreJson::rate).toList());
    json.put("capacity", capacity(levels));
    json.put("granted", granted(levels));
    json.put("used", used(levels));
    json.put("reportedUse", centre.reportedUse().stream().map(CentreJson::reported).toList());
    json.put("facts", centre.facts().stream().map(CentreJson::fact).toList());
    json.put("notFound", centre.notFound());
    return json;
  }

  private static Map<String, @Nullable Object> phase(Centre.Phase phase) {
    var json = period(phase.period());
    json.put("pflops", phase.pflops());
    putNote(json, phase.note());
    json.put("sources", phase.sources());
    return json;
  }

  private static Map<String, @Nullable Object> rate(Centre.UnitRate rate) {
    var json = period(rate.period());
    json.put("unit", rate.unit());
    json.put("pflopsPerUnit", rate.pflopsPerUnit());
    json.put("status", rate.status());
    putNote(json, rate.note());
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> capacity(CentreLevels levels) {
    if (levels.capacity().isEmpty()) {
      return null;
    }
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("pflops", levels.capacity().get().pflops());
    json.put("cards", levels.capacityCards());
    json.put("sources", levels.capacity().get().sources());
    return json;
  }

  private static Map<String, @Nullable Object> granted(CentreLevels levels) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("cards", levels.grantedCards());
    json.put("pflops", levels.grantedPflops());
    json.put("percent", levels.grantedPercent());
    json.put("allocations", levels.grants());
    json.put("source", RECORDS);
    json.put("fictional", levels.fictional());
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> used(CentreLevels levels) {
    if (levels.lastWeek().isEmpty()) {
      return null;
    }
    Holding.Week week = levels.lastWeek().get();
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("week", week.week().toString());
    json.put("usedCardHours", week.usedCardHours());
    json.put("availableCardHours", week.availableCardHours());
    json.put("percent", levels.usedPercent());
    json.put("source", RECORDS);
    json.put("fictional", levels.fictional());
    return json;
  }

  private static Map<String, @Nullable Object> reported(Centre.ReportedUse use) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("date", use.date());
    json.put("percent", use.percent());
    json.put("ofPflops", use.ofPflops());
    json.put("qualifier", use.qualifier());
    json.put("sources", use.sources());
    return json;
  }

  private static Map<String, @Nullable Object> fact(Centre.CentreFact fact) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("code", fact.code());
    json.put("value", fact.value());
    json.put("unit", fact.unit());
    json.put("status", fact.status());
    putNote(json, fact.note());
    json.put("sources", fact.sources());
    return json;
  }

  private static Map<String, @Nullable Object> period(Period period) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("from", period.from().toString());
    json.put("to", Objects.toString(period.to(), null));
    return json;
  }

  private static void putNote(Map<String, @Nullable Object> json, LocalText note) {
    json.put("noteEn", note.en());
    json.put("noteZhHant", note.zhHant());
  }
}
