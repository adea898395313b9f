package praya.domain;

import java.util.UUID;

/**
 * A body that offers or needs something: a start-up, an enterprise, a university, an office.
 *
 * @param id permanent, a UUID of version 7; the slug in the entry may change
 * @param version counts changes from 1; the entity tag of its representation
 * @param holdsAllocation whether it holds an allocation that is planned, active or suspended, as
 *     far as the reader may know
 * @param claimed whether somebody acts for it
 */
public record Organisation(
    UUID id, long version, Entry entry, boolean holdsAllocation, boolean claimed) {

  /** An organisation that nobody acts for. */
  public Organisation(UUID id, long version, Entry entry, boolean holdsAllocation) {
    this(id, version, entry, holdsAllocation, false);
  }

  /** The same for a reader who knows this of its allocations. */
  public Organisation holding(boolean holds) {
    return new Organisation(id, version, entry, holds, claimed);
  }

  /** The same with another entry. */
  public Organisation with(Entry other) {
    return new Organisation(id, version, other, holdsAllocation, claimed);
  }

  public String slug() {
    return entry.slug();
  }

  public Profile profile() {
    return entry.profile();
  }

  public boolean fictional() {
    return entry.origin().fictional();
  }

  /** The name for a reader of this language; every organisation has one in some language. */
  public String name(Language language) {
    String name = profile().name().in(language);
    return name == null ? slug() : name;
  }
}
