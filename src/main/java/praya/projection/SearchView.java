package praya.projection;

import com.fasterxml.uuid.impl.UUIDUtil;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.exchange.ExchangeService;
import praya.json.Json;
import praya.organisation.OrganisationJson;
import praya.organisation.OrganisationService;
import praya.search.Indexed;
import praya.search.SearchIndexes;

/**
 * The search indexes as a view: filled from the present rows of organisations, whatever changed.
 */
final class SearchView {
  /** Few enough rows to hold in memory, enough to make the round trips of a step cheap. */
  private static final int STEP = 500;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final SearchIndexes index;
  private final OrganisationService organisations;
  private final ExchangeService exchanges;

  SearchView(SearchIndexes index, OrganisationService organisations, ExchangeService exchanges) {
    this.index = index;
    this.organisations = organisations;
    this.exchanges = exchanges;
  }

  /** Fills the index anew; readers see the old contents until it is refreshed. */
  int fill() {
    index.clear();
    return putAll();
  }

  /** Puts all organisations again, for a change that touches them all. */
  int putAll() {
    int count = 0;
    UUID last = BEFORE_ALL;
    for (List<Sheet> step = organisations.whole().listAfter(last, STEP);
        !step.isEmpty();
        step = organisations.whole().listAfter(last, STEP)) {
      put(step);
      count += step.size();
      last = step.get(step.size() - 1).id();
    }
    return count;
  }

  /** Makes the index show these organisations as they are now, or no longer. */
  void renew(Set<UUID> ids) {
    List<Sheet> present = organisations.whole().list(ids);
    put(present);
    Set<UUID> gone = new HashSet<>(ids);
    present.forEach(sheet -> gone.remove(sheet.id()));
    gone.forEach(index::delete);
  }

  /**
   * Renews the organisations whose needs or offers opened or closed after one day, up to another.
   */
  void turn(LocalDate after, LocalDate until) {
    renew(exchanges.ownersOfTurning(after, until));
  }

  private void put(Collection<Sheet> step) {
    LocalDate today = exchanges.today();
    index.put(
        exchanges.whole(step).stream().map(sheet -> open(sheet, today)).toList(),
        SearchView::indexed);
  }

  /** What is closed is no longer sought or given, so nobody should be found by it. */
  private static Sheet open(Sheet sheet, LocalDate today) {
    return new Sheet(
        sheet.organisation(),
        sheet.needs().stream().filter(need -> need.isOpen(today)).toList(),
        sheet.offers().stream().filter(offer -> offer.isOpen(today)).toList(),
        sheet.held());
  }

  private static Indexed indexed(Sheet sheet) {
    Organisation organisation = sheet.organisation();
    Instant created = Instant.ofEpochMilli(UUIDUtil.extractTimestamp(organisation.id()));
    return new Indexed(sheet, Json.bytes(OrganisationJson.of(organisation)), created);
  }
}
