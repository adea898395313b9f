package praya.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One organisation with its needs and offers. As the database has it, a sheet holds all of them
 * whatever their visibility, and is for making views only: {@link #seenBy} cuts it down to what an
 * audience may know.
 *
 * @param held the visibilities of the allocations that it holds
 */
public record Sheet(
    Organisation organisation, List<Exchange> needs, List<Exchange> offers, Set<Visibility> held) {
  public Sheet {
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
    held = Set.copyOf(held);
  }

  /** A sheet whose organisation already says what the reader may know of allocations. */
  public Sheet(Organisation organisation, List<Exchange> needs, List<Exchange> offers) {
    this(
        organisation,
        needs,
        offers,
        organisation.holdsAllocation() ? Set.of(Visibility.PUBLIC) : Set.of());
  }

  public UUID id() {
    return organisation.id();
  }

  /** What the audience comes across and may know to be this organisation's; empty for nothing. */
  public Optional<Sheet> seenBy(Audience audience) {
    Visibility own = organisation.entry().visibility();
    if (!audience.sees(own)) {
      return Optional.empty();
    }
    Set<Visibility> seen =
        held.stream()
            .filter(visibility -> audience.seesOwner(visibility, own))
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    return Optional.of(
        new Sheet(
            organisation.holding(!seen.isEmpty()),
            seen(audience, needs),
            seen(audience, offers),
            seen));
  }

  private List<Exchange> seen(Audience audience, List<Exchange> exchanges) {
    Visibility own = organisation.entry().visibility();
    return exchanges.stream()
        .filter(exchange -> audience.seesOwner(exchange.content().visibility(), own))
        .toList();
  }
}
