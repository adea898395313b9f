package praya.scoring;

import java.util.List;
import java.util.Optional;

/**
 * Two layers of the ecosystem of which one serves the other. The ecosystem describes itself so: all
 * layers serve the one in which AI is applied. That alone would tie every maker of models to every
 * user, so both must also work in a common sector. Nothing more is known about layers, so nothing
 * more is concluded.
 *
 * @param serving a layer of the organisation that serves
 * @param served the layer of the other that is served
 * @param sectors the sectors that both work in, at least one
 */
record Layers(String serving, String served, List<String> sectors) {

  /** The layers by which the one serves the other, if it does. */
  static Optional<Layers> serving(VisibleSheet server, VisibleSheet taker, Weights.Known known) {
    List<String> servedLayers = of(taker);
    List<String> sectors = server.commonSectors(taker);
    if (sectors.isEmpty() || !servedLayers.contains(known.servedLayer())) {
      return Optional.empty();
    }
    return of(server).stream()
        .filter(layer -> !servedLayers.contains(layer))
        .sorted()
        .findFirst()
        .map(layer -> new Layers(layer, known.servedLayer(), sectors));
  }

  private static List<String> of(VisibleSheet sheet) {
    return sheet.organisation().profile().classification().layers();
  }
}
