package praya.organisation;

import org.jspecify.annotations.Nullable;
import praya.domain.Allocation;
import praya.domain.Language;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Phrase;

/**
 * An allocation as a page shows it.
 *
 * @param usage null when no week was ever reported: unknown, not nothing
 */
public record AllocationItem(
    Allocation allocation,
    Phrase project,
    Phrase scheme,
    Phrase status,
    Phrase shareability,
    @Nullable Usage usage) {

  public static AllocationItem of(
      Allocation allocation, @Nullable Usage usage, Taxonomy taxonomy, Language page) {
    Allocation.Grant grant = allocation.content().grant();
    return new AllocationItem(
        allocation,
        Phrase.of(allocation.content().project(), page, allocation.id()),
        Phrase.label(taxonomy, Vocabulary.SCHEMES, grant.scheme(), page),
        Phrase.label(taxonomy, Vocabulary.ALLOCATION_STATUS, grant.status().code(), page),
        Phrase.label(taxonomy, Vocabulary.SHAREABILITY, grant.shareability().code(), page),
        usage);
  }

  public Allocation.Grant grant() {
    return allocation.content().grant();
  }
}
