package praya.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import praya.domain.Audience;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Profile;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.search.SearchQuery.Filters;

/**
 * A few needs and offers in an index of their own, each as if it were all that its organisation
 * says, to ask which of them has the words of a text.
 */
final class ExchangeWords {
  private ExchangeWords() {}

  static Map<String, Set<Exchange>> with(
      Collection<String> texts, Collection<Exchange> all, SearchIndex.Words words) {
    Map<UUID, Exchange> byId = new HashMap<>();
    List<Indexed> documents = new ArrayList<>();
    for (Exchange exchange : all) {
      UUID id = new UUID(0, byId.size());
      byId.put(id, exchange);
      documents.add(new Indexed(sheet(id, exchange), new byte[0], Instant.EPOCH));
    }
    Map<String, Set<Exchange>> found = new HashMap<>();
    try (SearchIndex index = SearchIndex.forTrial(Audience.STAFF, words)) {
      index.put(documents);
      index.refresh();
      index.ready(true);
      for (String text : texts) {
        Set<Exchange> having = new HashSet<>();
        var search = new StandingSearch(text, Filters.NONE);
        StandingSearches.first(index, search, Math.max(1, all.size()))
            .forEach(id -> having.add(byId.get(id)));
        found.put(text, having);
      }
    }
    return found;
  }

  /** Nameless, so that a name of the organisation finds none of them. */
  private static Sheet sheet(UUID id, Exchange exchange) {
    Exchange.Topic topic = exchange.content().topic();
    var codes = new Classification(List.of(), topic.sectors(), topic.capabilities());
    var profile = new Profile(LocalText.NONE, List.of(), "", LocalText.NONE, codes, null, null);
    var origin = new Origin(exchange.content().fictional(), List.of(), null);
    var entry = new Entry(id.toString(), profile, Campus.UNKNOWN, null, origin, Visibility.STAFF);
    boolean need = exchange.side() == Side.NEED;
    return new Sheet(
        new Organisation(id, 1, entry, false),
        need ? List.of(exchange) : List.of(),
        need ? List.of() : List.of(exchange));
  }
}
