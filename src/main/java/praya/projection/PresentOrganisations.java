package praya.projection;

import com.fasterxml.uuid.impl.UUIDUtil;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.exchange.ExchangeService;
import praya.json.Json;
import praya.organisation.OrganisationJson;
import praya.organisation.OrganisationService;
import praya.search.Indexed;

/**
 * The organisations as they are now, each with what is open today: what an index is filled from.
 */
public final class PresentOrganisations {
  /** Few enough rows to hold in memory, enough to make the round trips of a step cheap. */
  private static final int STEP = 500;

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final OrganisationService organisations;
  private final ExchangeService exchanges;

  public PresentOrganisations(OrganisationService organisations, ExchangeService exchanges) {
    this.organisations = organisations;
    this.exchanges = exchanges;
  }

  public int count() {
    return organisations.whole().count();
  }

  /** Gives all of them, step by step, whoever may see them. */
  public void forEachStep(Consumer<List<Sheet>> taker) {
    UUID last = BEFORE_ALL;
    for (List<Sheet> step = organisations.whole().listAfter(last, STEP);
        !step.isEmpty();
        step = organisations.whole().listAfter(last, STEP)) {
      taker.accept(open(step));
      last = step.getLast().id();
    }
  }

  /** Those of these ids that there are. */
  List<Sheet> list(Collection<UUID> ids) {
    return open(organisations.whole().list(ids));
  }

  private List<Sheet> open(Collection<Sheet> sheets) {
    LocalDate today = exchanges.today();
    return exchanges.whole(sheets).stream().map(sheet -> open(sheet, today)).toList();
  }

  /** What is closed is no longer sought or given, so nobody should be found by it. */
  private static Sheet open(Sheet sheet, LocalDate today) {
    return new Sheet(
        sheet.organisation(),
        sheet.needs().stream().filter(need -> need.isOpen(today)).toList(),
        sheet.offers().stream().filter(offer -> offer.isOpen(today)).toList(),
        sheet.held());
  }

  /** A sheet as an index takes it. */
  public static Indexed indexed(Sheet sheet) {
    Organisation organisation = sheet.organisation();
    Instant created = Instant.ofEpochMilli(UUIDUtil.extractTimestamp(organisation.id()));
    return new Indexed(sheet, Json.bytes(OrganisationJson.of(organisation)), created);
  }
}
