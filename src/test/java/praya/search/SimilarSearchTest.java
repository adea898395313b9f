package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.domain.Organisation;

/** Over the seed: what is told as shared is shared, points add up, and the order is the score's. */
class SimilarSearchTest {
  @TempDir private Path folder;

  @Test
  void similar_ofEveryOrganisation_isToldByWhatBothHave() {
    List<Indexed> all = SeedData.all();
    try (SearchIndex index = SearchIndex.open(folder, SeedData.taxonomy())) {
      index.put(all);
      index.refresh();
      index.ready(true);
      int alike = 0;
      for (Indexed each : all) {
        Organisation organisation = each.sheet().organisation();
        List<Similar> similar = index.similar(organisation.id(), 5);
        alike += similar.isEmpty() ? 0 : 1;
        Set<UUID> met = new HashSet<>(Set.of(organisation.id()));
        int last = 100;
        for (Similar other : similar) {
          assertThat(met.add(other.id())).as("each once, never itself").isTrue();
          assertThat(other.score()).isBetween(1, last);
          last = other.score();
          assertThat(other.shared().stream().mapToInt(Similar.Shared::points).sum())
              .isEqualTo(other.score());
          Organisation found = find(all, other.id());
          assertThat(found.fictional()).isEqualTo(organisation.fictional());
          for (Similar.Shared shared : other.shared()) {
            assertThat(carries(organisation, shared)).as("%s of itself", shared).isTrue();
            assertThat(carries(found, shared)).as("%s of %s", shared, found.slug()).isTrue();
          }
        }
        assertThat(index.similar(organisation.id(), 5)).isEqualTo(similar);
      }
      assertThat(alike).isGreaterThan(all.size() * 9 / 10);
    }
  }

  @Test
  void unknownOrganisation_isLikeNobody() {
    try (SearchIndex index = SearchIndex.open(folder, SeedData.taxonomy())) {
      index.put(SeedData.real());
      index.refresh();
      index.ready(true);
      assertThat(index.similar(new UUID(7, 7), 5)).isEmpty();
    }
  }

  private static Organisation find(List<Indexed> all, UUID id) {
    return all.stream()
        .map(each -> each.sheet().organisation())
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** Codes are looked up in the record; what texts mention is the index's own business. */
  private static boolean carries(Organisation organisation, Similar.Shared shared) {
    var codes = organisation.profile().classification();
    return switch (shared.kind()) {
      case CAPABILITY ->
          codes.capabilities().stream()
              .anyMatch(code ->
                  SeedData.taxonomy()
                      .selfAndAncestors(praya.domain.Vocabulary.CAPABILITIES, code)
                      .contains(shared.value()));
      case SECTOR -> codes.sectors().contains(shared.value());
      case LAYER -> codes.layers().contains(shared.value());
      case MENTION, WORD -> true;
    };
  }
}
