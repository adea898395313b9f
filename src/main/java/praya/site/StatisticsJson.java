package praya.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;

/** Statistics and figures as JSON. */
final class StatisticsJson {
  private StatisticsJson() {}

  static Map<String, @Nullable Object> of(
      Statistics statistics, List<Figure> figures, Taxonomy taxonomy, Language language) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("asOf", statistics.asOf().toString());
    var organisations = new LinkedHashMap<String, @Nullable Object>();
    organisations.put("total", statistics.organisations().total().value());
    organisations.put("fictional", statistics.organisations().fictional().value());
    organisations.put("members", statistics.members());
    organisations.put("holdingAllocation", statistics.holders());
    json.put("organisations", organisations);
    Statistics.ByTerm byTerm = statistics.byTerm();
    json.put("kinds", counts(byTerm.kinds(), taxonomy.list(Vocabulary.KINDS), language));
    json.put("layers", counts(byTerm.layers(), taxonomy.list(Vocabulary.LAYERS), language));
    json.put("sectors", counts(byTerm.sectors(), taxonomy.list(Vocabulary.SECTORS), language));
    Statistics.Records records = statistics.records();
    json.put("offers", pair(records.offers().total(), "open", records.openOffers()));
    json.put("needs", pair(records.needs().total(), "open", records.openNeeds()));
    json.put(
        "relations", Map.of("total", Objects.requireNonNull(records.relations().total().value())));
    json.put("allocations", pair(records.allocations().total(), "held", records.heldAllocations()));
    json.put("figures", figures.stream().map(StatisticsJson::figure).toList());
    return json;
  }

  private static List<Map<String, @Nullable Object>> counts(
      Map<String, Long> counts, List<Term> terms, Language language) {
    var list = new ArrayList<Map<String, @Nullable Object>>();
    for (Term term : terms) {
      var json = new LinkedHashMap<String, @Nullable Object>();
      json.put("code", term.code());
      json.put("label", term.label().in(language));
      json.put("count", counts.getOrDefault(term.code(), 0L));
      list.add(json);
    }
    return list;
  }

  /** A number that is withheld is null. */
  private static Map<String, @Nullable Long> pair(
      Statistics.Count total, String part, Statistics.Count count) {
    var json = new LinkedHashMap<String, @Nullable Long>();
    json.put("total", total.value());
    json.put(part, count.value());
    return json;
  }

  private static Map<String, @Nullable Object> figure(Figure figure) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("code", figure.code());
    json.put("value", figure.value());
    json.put("unit", figure.unit());
    json.put("asOf", figure.asOf().toString());
    json.put("qualifier", figure.qualifier());
    json.put("en", figure.label().en());
    json.put("zhHant", figure.label().zhHant());
    json.put("source", figure.source());
    return json;
  }
}
