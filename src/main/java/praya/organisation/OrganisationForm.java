package praya.organisation;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.ComputeReport;
import praya.domain.Entry;
import praya.domain.Identifiers;
import praya.domain.LocalText;
import praya.domain.Origin;
import praya.domain.Profile;
import praya.domain.Taxonomy;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.json.Fields;

/**
 * What people and seed files write about an organisation. Limits are three times the seed's
 * longest.
 */
public final class OrganisationForm {
  private static final int NAME = 300;
  private static final int SUMMARY = 2000;
  private static final int SOURCE = 1000;

  private OrganisationForm() {}

  /** Reads an entry and collects faults in the fields. */
  public static Entry parse(Fields fields, Taxonomy taxonomy) {
    fields.ignore("holdsAllocation");
    return new Entry(
        slug(fields),
        profile(fields, taxonomy),
        campus(fields),
        computeReport(fields),
        origin(fields),
        fields.choice(
            "visibility", Visibility.OF_ORGANISATIONS, Visibility::code, Visibility.PUBLIC));
  }

  private static String slug(Fields fields) {
    String slug = fields.requiredText("slug", 80);
    boolean readsAsId = Identifiers.read(slug).isPresent();
    if (!slug.isEmpty() && (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*") || readsAsId)) {
      fields.fault(
          "slug", slug, "must be small letters, digits and single hyphens, such as great-fig-bank");
    }
    return slug;
  }

  private static Profile profile(Fields fields, Taxonomy taxonomy) {
    return new Profile(
        fields.requiredLocalText("name", NAME),
        fields.texts("aliases", 30, NAME),
        fields.code("kind", taxonomy, Vocabulary.KINDS),
        fields.localText("summary", SUMMARY),
        new Classification(
            fields.codes("layers", taxonomy, Vocabulary.LAYERS),
            fields.codes("sectors", taxonomy, Vocabulary.SECTORS),
            fields.codes("capabilities", taxonomy, Vocabulary.CAPABILITIES)),
        fields.integer("foundedOrIntakeYear", 1600, 2200),
        website(fields));
  }

  private static @Nullable String website(Fields fields) {
    String text = fields.text("website", 500);
    if (text == null) {
      return null;
    }
    try {
      URI uri = new URI(text);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if ((scheme.equals("http") || scheme.equals("https"))
          && uri.getHost() != null
          && uri.getUserInfo() == null) {
        return text;
      }
    } catch (URISyntaxException e) {
      return fields.fault("website", text, "is not an address: " + e.getReason());
    }
    return fields.fault("website", text, "must be an address such as https://example.org");
  }

  private static Campus campus(Fields fields) {
    Fields campus = fields.object(OrganisationJson.CAMPUS);
    if (campus == null) {
      return Campus.UNKNOWN;
    }
    var read = new Campus(campus.bool("member"), campus.text("relation", NAME));
    campus.refuseUnknown();
    return read;
  }

  private static @Nullable ComputeReport computeReport(Fields fields) {
    Fields report = fields.object("computeReported");
    if (report == null) {
      return null;
    }
    LocalText fact =
        LocalText.of(report.text("factEn", SUMMARY), report.text("factZhHant", SUMMARY));
    if (fact.isEmpty()) {
      report.fault("factEn", null, "is missing. It is required");
    }
    LocalDate date = report.requiredDate("date");
    report.refuseUnknown();
    return new ComputeReport(fact, date);
  }

  private static Origin origin(Fields fields) {
    Boolean fictional = fields.bool("fictional");
    List<String> sources = fields.texts("sources", 50, SOURCE);
    if (sources.isEmpty()) {
      fields.fault(
          "sources",
          null,
          "is empty. A fact needs a source: an address, or a document with its date");
    }
    return new Origin(Boolean.TRUE.equals(fictional), sources, fields.moment("confirmedAt"));
  }
}
