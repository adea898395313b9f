package praya.scoring;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Viewer;

/**
 * What a viewer may know of an organisation on a day: the organisation with those needs and offers
 * that are open and whose owner the viewer may learn, sorted by id. The engine takes nothing else,
 * so a hidden need cannot move a score, a rank or a count.
 */
public final class VisibleSheet {
  private final Organisation organisation;
  private final List<Exchange> needs;
  private final List<Exchange> offers;

  private VisibleSheet(Organisation organisation, List<Exchange> needs, List<Exchange> offers) {
    this.organisation = organisation;
    this.needs = needs;
    this.offers = offers;
  }

  public static VisibleSheet of(Sheet sheet, Viewer viewer, LocalDate asOf) {
    return new VisibleSheet(
        sheet.organisation(),
        visible(sheet.needs(), viewer, asOf),
        visible(sheet.offers(), viewer, asOf));
  }

  /** The same with another entry, to ask what would be. */
  VisibleSheet with(Entry entry) {
    return new VisibleSheet(organisation.with(entry), needs, offers);
  }

  /** The same with one more need or offer, which is open, to ask what would be. */
  VisibleSheet plus(Exchange exchange) {
    boolean need = exchange.side() == Side.NEED;
    return new VisibleSheet(
        organisation,
        need ? added(needs, exchange) : needs,
        need ? offers : added(offers, exchange));
  }

  private static List<Exchange> added(List<Exchange> all, Exchange one) {
    List<Exchange> more = new ArrayList<>(all);
    more.add(one);
    more.sort(Comparator.comparing(Exchange::id));
    return List.copyOf(more);
  }

  private static List<Exchange> visible(List<Exchange> all, Viewer viewer, LocalDate asOf) {
    return all.stream()
        .filter(exchange ->
            viewer.maySeeOwner(exchange.content().visibility(), exchange.organisationId()))
        .filter(exchange -> exchange.isOpen(asOf))
        .sorted(Comparator.comparing(Exchange::id))
        .toList();
  }

  public Organisation organisation() {
    return organisation;
  }

  public List<Exchange> needs() {
    return needs;
  }

  public List<Exchange> offers() {
    return offers;
  }

  /** Whether it seeks or gives anything; if not, only its entry speaks for it. */
  public boolean statesAnything() {
    return !needs.isEmpty() || !offers.isEmpty();
  }

  /** The sectors of its entry that are also in the other's entry. */
  List<String> commonSectors(VisibleSheet other) {
    List<String> others = other.organisation.profile().classification().sectors();
    return organisation.profile().classification().sectors().stream()
        .filter(others::contains)
        .toList();
  }

  /** What is known about it, as codes: needs, offers, capabilities, sectors, layers. */
  public List<String> stated() {
    var entry = organisation.profile().classification();
    List<String> stated = new ArrayList<>();
    addUnlessEmpty(stated, "needs", needs);
    addUnlessEmpty(stated, "offers", offers);
    addUnlessEmpty(stated, "capabilities", entry.capabilities());
    addUnlessEmpty(stated, "sectors", entry.sectors());
    addUnlessEmpty(stated, "layers", entry.layers());
    return List.copyOf(stated);
  }

  private static void addUnlessEmpty(List<String> stated, String code, List<?> values) {
    if (!values.isEmpty()) {
      stated.add(code);
    }
  }
}
