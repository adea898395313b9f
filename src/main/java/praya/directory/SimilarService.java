package praya.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.organisation.OrganisationService;
import praya.search.SearchIndexes;
import praya.search.Similar;
import praya.taxonomy.TaxonomyService;

/** Organisations that are like one, as far as a viewer may know of them, with what both have. */
public final class SimilarService {
  private final SearchIndexes index;
  private final OrganisationService organisations;
  private final TaxonomyService taxonomy;

  public SimilarService(
      SearchIndexes index, OrganisationService organisations, TaxonomyService taxonomy) {
    this.index = index;
    this.organisations = organisations;
    this.taxonomy = taxonomy;
  }

  /** An organisation that is like the one asked about; the points add up to the score. */
  public record Alike(Organisation organisation, int score, List<Reason> reasons) {
    public Alike {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * Something that both have.
   *
   * @param kind {@code capability}, {@code sector}, {@code layer}, {@code mention} or {@code word}
   * @param text what it is called, in each language
   */
  public record Reason(String kind, String value, LocalText text, int points) {}

  /**
   * Those that are most like an organisation.
   *
   * @throws praya.domain.Problem.NotFound when the viewer may not know of the organisation
   */
  public List<Alike> similar(String idOrSlug, int limit, Viewer viewer) {
    Organisation organisation = organisations.get(idOrSlug, viewer);
    return similar(organisation, limit, viewer);
  }

  /** The same where the organisation is at hand. */
  public List<Alike> similar(Organisation organisation, int limit, Viewer viewer) {
    List<Similar> found = index.of(viewer.audience()).similar(organisation.id(), limit);
    Set<UUID> ids = new HashSet<>();
    found.forEach(similar -> ids.add(similar.id()));
    Map<UUID, Organisation> byId = new HashMap<>();
    organisations.list(ids, viewer).forEach(other -> byId.put(other.id(), other));
    Taxonomy words = taxonomy.current();
    List<Alike> alike = new ArrayList<>();
    for (Similar similar : found) {
      Organisation other = byId.get(similar.id());
      if (other != null) {
        List<Reason> reasons =
            similar.shared().stream().map(shared -> reason(shared, words)).toList();
        alike.add(new Alike(other, similar.score(), reasons));
      }
    }
    return alike;
  }

  private static Reason reason(Similar.Shared shared, Taxonomy words) {
    LocalText text =
        Vocabulary.find(shared.vocabulary())
            .flatMap(vocabulary -> words.find(vocabulary, shared.value()))
            .map(praya.domain.Term::label)
            .orElse(new LocalText(shared.value(), null, null));
    return new Reason(shared.kind().code(), shared.value(), text, shared.points());
  }
}
