package praya.match;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import praya.domain.Audience;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.organisation.OrganisationService;

/** The sheets of all that an audience comes across, read anew each time. */
public final class WholeDirectory {
  private static final int STEP = 500;

  private final OrganisationService organisations;
  private final ExchangeService exchanges;

  public WholeDirectory(OrganisationService organisations, ExchangeService exchanges) {
    this.organisations = organisations;
    this.exchanges = exchanges;
  }

  /** With the needs and offers whose owner the audience may learn, open or not; by id. */
  public List<Sheet> of(Audience audience) {
    Viewer viewer = audience.viewer();
    List<Sheet> sheets = new ArrayList<>();
    UUID last = new UUID(0, 0);
    for (List<Organisation> step = organisations.listAfter(last, STEP, viewer);
        !step.isEmpty();
        step = organisations.listAfter(last, STEP, viewer)) {
      sheets.addAll(exchanges.sheets(step, viewer));
      last = step.getLast().id();
    }
    return sheets;
  }
}
