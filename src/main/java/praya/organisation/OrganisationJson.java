package praya.organisation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.ComputeReport;
import praya.domain.Entry;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Profile;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;

/** An organisation as JSON: the fields of the form, and what the server adds. */
public final class OrganisationJson {
  /**
   * The field of the campus membership. The seed's contract fixes the word; it is the one place
   * where a campus is named.
   */
  static final String CAMPUS = "cyberport";

  private OrganisationJson() {}

  public static Map<String, @Nullable Object> of(Organisation organisation) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", organisation.id().toString());
    json.put("slug", organisation.slug());
    json.put("version", organisation.version());
    putContent(json, organisation.entry());
    json.put("holdsAllocation", organisation.holdsAllocation());
    return json;
  }

  private static void putContent(Map<String, @Nullable Object> json, Entry entry) {
    Profile profile = entry.profile();
    putText(json, "name", profile.name());
    json.put("aliases", profile.aliases());
    json.put("kind", profile.kind());
    putText(json, "summary", profile.summary());
    json.put("layers", profile.classification().layers());
    json.put("sectors", profile.classification().sectors());
    json.put("capabilities", profile.classification().capabilities());
    json.put("foundedOrIntakeYear", profile.foundedOrIntakeYear());
    json.put(CAMPUS, campus(entry.campus()));
    json.put("website", profile.website());
    json.put("computeReported", report(entry.computeReported()));
    json.put("fictional", entry.origin().fictional());
    json.put("sources", entry.origin().sources());
    json.put(
        "confirmedAt",
        entry.origin().confirmedAt() == null ? null : entry.origin().confirmedAt().toString());
    json.put("visibility", entry.visibility().code());
  }

  /** The three languages of a text as three fields. */
  public static void putText(Map<String, @Nullable Object> json, String name, LocalText text) {
    json.put(name + "En", text.en());
    json.put(name + "ZhHant", text.zhHant());
    json.put(name + "ZhHans", text.zhHans());
  }

  /** The labels of the codes in a language, beside the codes. */
  public static Map<String, @Nullable Object> labels(
      Organisation organisation, Taxonomy taxonomy, Language language) {
    Classification codes = organisation.profile().classification();
    var labels = new LinkedHashMap<String, @Nullable Object>();
    labels.put("name", organisation.name(language));
    labels.put("kind", taxonomy.label(Vocabulary.KINDS, organisation.profile().kind(), language));
    labels.put("layers", labels(taxonomy, Vocabulary.LAYERS, codes.layers(), language));
    labels.put("sectors", labels(taxonomy, Vocabulary.SECTORS, codes.sectors(), language));
    labels.put(
        "capabilities", labels(taxonomy, Vocabulary.CAPABILITIES, codes.capabilities(), language));
    labels.put(
        CAMPUS + "Relation",
        CampusRelation.label(organisation.entry().campus(), taxonomy, language));
    return labels;
  }

  private static Map<String, String> labels(
      Taxonomy taxonomy, Vocabulary vocabulary, List<String> codes, Language language) {
    var labels = new LinkedHashMap<String, String>();
    codes.forEach(code -> labels.put(code, taxonomy.label(vocabulary, code, language)));
    return labels;
  }

  private static Map<String, @Nullable Object> campus(Campus campus) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("member", campus.member());
    json.put("relation", campus.relation());
    return json;
  }

  private static @Nullable Map<String, @Nullable Object> report(@Nullable ComputeReport report) {
    if (report == null) {
      return null;
    }
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("factEn", report.fact().en());
    json.put("factZhHant", report.fact().zhHant());
    json.put("date", report.date().toString());
    return json;
  }
}
