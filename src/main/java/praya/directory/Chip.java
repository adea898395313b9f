package praya.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import praya.http.Address;
import praya.http.Frame;
import praya.http.Phrase;

/**
 * A filter that is applied, with the way to take it off.
 *
 * @param facet the facet's name in words
 * @param href the page without this filter
 * @param known false for a value that the vocabulary does not have: it is shown, never refused
 */
public record Chip(String facet, Phrase label, String href, boolean known) {

  /** The chips of an address, facet by facet in the order of the map, for these facets. */
  public static List<Chip> list(Frame frame, Map<String, FacetGroup.Naming> facets) {
    List<Chip> chips = new ArrayList<>();
    facets.forEach((name, naming) -> {
      for (String code : frame.here().values(name)) {
        Optional<Phrase> label = naming.label(name, code, frame);
        Address rest = frame.here().without("cursor").without(name, code);
        chips.add(
            new Chip(
                frame.say("facet." + name),
                label.orElse(Phrase.plain(code)),
                rest.href(),
                label.isPresent()));
      }
    });
    return chips;
  }
}
