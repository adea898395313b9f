package praya.domain;

import java.util.List;

/**
 * Everything about one organisation that a view needs: the organisation with all its needs and
 * offers, whatever their visibility. A view that strangers can query must ask {@link Viewer}.
 */
public record Sheet(Organisation organisation, List<Exchange> needs, List<Exchange> offers) {
  public Sheet {
    needs = List.copyOf(needs);
    offers = List.copyOf(offers);
  }
}
