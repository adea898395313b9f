package praya.organisation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import praya.domain.Sheet;

/**
 * All organisations, whoever may see them. Views are made from these and cut them down to what each
 * audience may know; nothing that answers anybody reads them.
 */
public final class WholeOrganisations {
  private final OrganisationStore store;

  WholeOrganisations(OrganisationStore store) {
    this.store = store;
  }

  /** Sheets with an id after this one, in order, still without needs and offers. */
  public List<Sheet> listAfter(UUID id, int limit) {
    return store.sheetsAfter(id, limit);
  }

  /** The sheets of those ids that exist, by slug, still without needs and offers. */
  public List<Sheet> list(Collection<UUID> ids) {
    return store.sheets(ids);
  }

  public int count() {
    return store.count();
  }
}
