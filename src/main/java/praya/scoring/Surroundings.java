package praya.scoring;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.graph.EcosystemGraph;

/**
 * What a score stands on besides the two organisations.
 *
 * @param organisations by id, to name those that two others have in common; one that is missing is
 *     called by its slug
 * @param asOf the day on which the question is asked
 */
public record Surroundings(
    Taxonomy taxonomy,
    EcosystemGraph graph,
    Map<UUID, Organisation> organisations,
    LocalDate asOf) {

  public Surroundings {
    organisations = Map.copyOf(organisations);
  }

  LocalText name(UUID id, String slug) {
    @Nullable Organisation organisation = organisations.get(id);
    return organisation == null ? LocalText.of(slug, null) : organisation.profile().name();
  }
}
