package praya.organisation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Profile;
import praya.domain.Taxonomy;
import praya.http.JsonLd;
import praya.http.Phrase;
import praya.http.Source;

/**
 * The page of one organisation.
 *
 * @param partners null while the views are not ready or when partners were not asked for
 */
public record OrganisationPage(
    Organisation organisation,
    Heading heading,
    Exchanges exchanges,
    Around around,
    Compute compute,
    @Nullable Partners partners,
    List<Source> sources) {
  public OrganisationPage {
    sources = List.copyOf(sources);
  }

  /** Those that it has to do with, and those that are like it. */
  public record Around(List<RelationItem> relations, List<SimilarItem> similar) {
    public Around {
      relations = List.copyOf(relations);
      similar = List.copyOf(similar);
    }
  }

  public List<RelationItem> relations() {
    return around.relations();
  }

  /** Names, sentence and classification: what stands above the fold. */
  public record Heading(
      Names names, @Nullable Phrase summary, Labels labels, @Nullable Source website) {
    public static Heading of(Organisation organisation, Taxonomy taxonomy, Language page) {
      String website = organisation.profile().website();
      return new Heading(
          Names.of(organisation, page),
          Phrase.find(organisation.profile().summary(), page),
          Labels.of(organisation, taxonomy, page),
          website == null ? null : Source.of(website));
    }
  }

  /** What the reader may see of its needs and offers. */
  public record Exchanges(List<ExchangeItem> needs, List<ExchangeItem> offers) {
    public Exchanges {
      needs = List.copyOf(needs);
      offers = List.copyOf(offers);
    }

    public long openNeeds() {
      return needs.stream().filter(ExchangeItem::open).count();
    }

    public long openOffers() {
      return offers.stream().filter(ExchangeItem::open).count();
    }
  }

  /** Allocations held, and what was publicly reported about it and the centre. */
  public record Compute(List<AllocationItem> allocations, @Nullable Report report) {
    public Compute {
      allocations = List.copyOf(allocations);
    }
  }

  /** A public report of use of the centre, without amounts. */
  public record Report(Phrase fact, LocalDate date) {}

  /** Structured data about the organisation for the page's head. */
  public static JsonLd jsonLd(Organisation organisation, String baseUrl) {
    Profile profile = organisation.profile();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@id", baseUrl + Names.href(organisation.slug()));
    data.put("identifier", "urn:uuid:" + organisation.id());
    data.put("name", organisation.name(Language.EN));
    List<String> others = otherNames(profile, organisation.name(Language.EN));
    if (!others.isEmpty()) {
      data.put("alternateName", others);
    }
    String description = profile.summary().in(Language.EN);
    if (description != null) {
      data.put("description", description);
    }
    String website = profile.website();
    String url = website == null ? null : Source.of(website).href();
    if (url != null) {
      data.put("url", url);
    }
    if (organisation.fictional()) {
      data.put("disambiguatingDescription", "Fictional demonstration record");
    }
    return JsonLd.of("Organization", data);
  }

  private static List<String> otherNames(Profile profile, String first) {
    LocalText name = profile.name();
    LinkedHashSet<String> names = new LinkedHashSet<>();
    for (Language language : Language.values()) {
      String text = name.in(language);
      if (text != null) {
        names.add(text);
      }
    }
    names.addAll(profile.aliases());
    names.remove(first);
    return List.copyOf(names);
  }
}
