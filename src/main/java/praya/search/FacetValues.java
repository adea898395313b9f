package praya.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number for each facet value that the index has ever held, so that counting is adding to an
 * array. Grows only; numbers mean nothing outside this process.
 */
final class FacetValues {
  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Value> values = new ArrayList<>();
  private List<Value> all = List.of();

  record Value(Facet facet, String code) {}

  /** The number of a value as it is indexed, {@code facet/code}. */
  synchronized int number(String indexed) {
    Integer known = numbers.get(indexed);
    if (known != null) {
      return known;
    }
    int slash = indexed.indexOf('/');
    Facet facet = Facet.find(indexed.substring(0, slash)).orElseThrow();
    if (values.size() > Character.MAX_VALUE) {
      throw new IllegalStateException("There are more than 65,536 facet values.");
    }
    values.add(new Value(facet, indexed.substring(slash + 1)));
    numbers.put(indexed, values.size() - 1);
    return values.size() - 1;
  }

  synchronized @Nullable Integer find(Facet facet, String code) {
    return numbers.get(OrganisationDocument.facet(facet, code));
  }

  synchronized List<Value> all() {
    if (all.size() < values.size()) {
      all = List.copyOf(values);
    }
    return all;
  }
}
