package praya.projection;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import praya.domain.Sheet;
import praya.exchange.ExchangeService;
import praya.organisation.OrganisationService;
import praya.search.SearchIndexes;

/**
 * The search indexes as a view: filled from the present rows of organisations, whatever changed.
 */
final class SearchView {
  private final SearchIndexes index;
  private final PresentOrganisations present;
  private final ExchangeService exchanges;

  SearchView(SearchIndexes index, OrganisationService organisations, ExchangeService exchanges) {
    this.index = index;
    this.present = new PresentOrganisations(organisations, exchanges);
    this.exchanges = exchanges;
  }

  /** Fills the index anew; readers see the old contents until it is refreshed. */
  int fill() {
    index.clear();
    return putAll();
  }

  /** Puts all organisations again, for a change that touches them all. */
  int putAll() {
    var count = new AtomicInteger();
    present.forEachStep(step -> {
      put(step);
      count.addAndGet(step.size());
    });
    return count.get();
  }

  /** Makes the index show these organisations as they are now, or no longer. */
  void renew(Set<UUID> ids) {
    List<Sheet> found = present.list(ids);
    put(found);
    Set<UUID> gone = new HashSet<>(ids);
    found.forEach(sheet -> gone.remove(sheet.id()));
    gone.forEach(index::delete);
  }

  /**
   * Renews the organisations whose needs or offers opened or closed after one day, up to another.
   */
  void turn(LocalDate after, LocalDate until) {
    renew(exchanges.ownersOfTurning(after, until));
  }

  private void put(List<Sheet> step) {
    index.put(step, PresentOrganisations::indexed);
  }
}
