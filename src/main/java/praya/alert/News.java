package praya.alert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.exchange.ExchangeService;
import praya.organisation.OrganisationService;
import praya.search.SearchIndexes;
import praya.search.StandingSearch;
import praya.search.StandingSearches;

/**
 * Findings as somebody may see them now. What was hidden, changed or closed since it was found, so
 * that the reader's own search would not find it any more, is left out: what nobody may see is told
 * by no page, no feed and no letter, however late that became so.
 */
public final class News {
  private final SearchIndexes index;
  private final OrganisationService organisations;
  private final ExchangeService exchanges;

  public News(SearchIndexes index, OrganisationService organisations, ExchangeService exchanges) {
    this.index = index;
    this.organisations = organisations;
    this.exchanges = exchanges;
  }

  /**
   * A finding with what may be told of it.
   *
   * @param title of the need or offer; the organisation's name for an organisation
   */
  record Item(Finding finding, Organisation organisation, LocalText title) {
    String path() {
      return "/organisations/" + organisation.slug();
    }
  }

  /** The findings that the viewer may see, in their order. */
  List<Item> of(Collection<SavedSearch> searches, List<Finding> findings, Viewer viewer) {
    Set<UUID> named = findings.stream().map(Finding::organisation).collect(Collectors.toSet());
    if (named.isEmpty()) {
      return List.of();
    }
    Map<UUID, Set<UUID>> found = found(searches, named, viewer);
    Map<UUID, Organisation> seen = new HashMap<>();
    organisations.list(named, viewer).forEach(each -> seen.put(each.id(), each));
    Map<String, Exchange> open = open(seen.values(), viewer);
    List<Item> items = new ArrayList<>();
    for (Finding finding : findings) {
      Organisation organisation = seen.get(finding.organisation());
      boolean still =
          found.getOrDefault(finding.search(), Set.of()).contains(finding.organisation());
      if (organisation == null || !still) {
        continue;
      }
      if (finding.about().subject() == Finding.Subject.ORGANISATION) {
        items.add(new Item(finding, organisation, organisation.profile().name()));
        continue;
      }
      Exchange exchange = open.get(key(finding.about().subject().code(), finding.about().id()));
      if (exchange != null) {
        items.add(new Item(finding, organisation, exchange.content().wording().title()));
      }
    }
    return items;
  }

  private Map<UUID, Set<UUID>> found(
      Collection<SavedSearch> searches, Set<UUID> named, Viewer viewer) {
    List<SavedSearch> all = List.copyOf(searches);
    List<StandingSearch> standing = all.stream().map(each -> each.state().standing()).toList();
    List<Set<UUID>> found = StandingSearches.among(index.of(viewer.audience()), standing, named);
    Map<UUID, Set<UUID>> byId = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      byId.put(all.get(i).id(), new HashSet<>(found.get(i)));
    }
    return byId;
  }

  /** Needs and offers that are open today and known to be these organisations'. */
  private Map<String, Exchange> open(Collection<Organisation> of, Viewer viewer) {
    Map<String, Exchange> open = new HashMap<>();
    for (Sheet sheet : exchanges.sheets(of, viewer)) {
      Stream.concat(sheet.needs().stream(), sheet.offers().stream())
          .filter(each -> each.isOpen(exchanges.today()))
          .forEach(each -> open.put(key(subject(each).code(), each.id()), each));
    }
    return open;
  }

  static Finding.Subject subject(Exchange exchange) {
    return switch (exchange.side()) {
      case NEED -> Finding.Subject.NEED;
      case OFFER -> Finding.Subject.OFFER;
    };
  }

  static String key(String subject, String id) {
    return subject + "/" + id;
  }
}
