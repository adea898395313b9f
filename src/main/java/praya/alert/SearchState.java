package praya.alert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.http.Address;
import praya.search.Facet;
import praya.search.SearchQuery.Filters;
import praya.search.StandingSearch;

/**
 * What a search asks for, as it stands in the address of the directory.
 *
 * @param text without blanks around it
 * @param filters the chosen facet values
 */
record SearchState(String text, Filters filters) {
  /** Longer than any question; the directory's own field takes no more. */
  static final int MAX_TEXT = 300;

  private static final int MAX_FILTERS = 2000;
  private static final int MAX_CODE = 100;

  /**
   * Reads a search.
   *
   * @param values the codes that are chosen of a facet, by its name
   * @throws Problem.InvalidInput for one that cannot be kept
   */
  static SearchState of(String text, Function<String, List<String>> values) {
    var faults = new ArrayList<Fault>();
    String words = text.strip();
    if (words.length() > MAX_TEXT || words.chars().anyMatch(Character::isISOControl)) {
      faults.add(
          new Fault(
              "q",
              words.length() > MAX_TEXT ? words.substring(0, 50) + "…" : "",
              "The words (q) must be at most " + MAX_TEXT + " characters that can be read."));
    }
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      Set<String> codes = new TreeSet<>(values.apply(facet.jsonName()));
      codes.removeIf(String::isBlank);
      if (codes.stream().anyMatch(SearchState::isOdd)) {
        faults.add(
            new Fault(
                facet.jsonName(),
                "",
                "The filter (" + facet.jsonName() + ") must be codes of a vocabulary."));
      }
      chosen.put(facet, codes);
    }
    var state = new SearchState(words, new Filters(chosen));
    if (faults.isEmpty() && state.filterText().length() > MAX_FILTERS) {
      faults.add(new Fault("filters", "", "So many filters cannot be kept. Choose fewer."));
    }
    if (faults.isEmpty() && words.isEmpty() && state.filters.chosen().isEmpty()) {
      faults.add(
          new Fault("q", "", "The search asks for nothing. Type words or choose a filter first."));
    }
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
    return state;
  }

  private static boolean isOdd(String code) {
    return code.length() > MAX_CODE || code.chars().anyMatch(Character::isISOControl);
  }

  /** Reads what {@link #filterText} wrote. */
  static SearchState stored(String text, String filterText) {
    Address kept = Address.parse("/", filterText.isEmpty() ? null : filterText);
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    Arrays.stream(Facet.values())
        .forEach(facet -> chosen.put(facet, new TreeSet<>(kept.values(facet.jsonName()))));
    return new SearchState(text, new Filters(chosen));
  }

  /** The filters as a query of an address, always in the same order. */
  String filterText() {
    String href = filtered(Address.of("")).href();
    return href.isEmpty() ? "" : href.substring(1);
  }

  /** The page of the directory with this search. */
  Address address() {
    Address directory = Address.of("/organisations");
    return filtered(text.isEmpty() ? directory : directory.and("q", text));
  }

  private Address filtered(Address start) {
    Address address = start;
    for (var entry : filters.chosen().entrySet()) {
      for (String code : entry.getValue()) {
        address = address.and(entry.getKey().jsonName(), code);
      }
    }
    return address;
  }

  /** The search in a line: its words, else its filters. */
  String words() {
    return text.isEmpty() ? String.join(", ", codes()) : text;
  }

  private List<String> codes() {
    return filters.chosen().values().stream().flatMap(Set::stream).toList();
  }

  StandingSearch standing() {
    return new StandingSearch(text, filters);
  }
}
