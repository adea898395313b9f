package praya.domain;

import java.util.List;

/** Where an organisation stands in the taxonomy: codes of layers, sectors and capabilities. */
public record Classification(List<String> layers, List<String> sectors, List<String> capabilities) {

  public Classification {
    layers = List.copyOf(layers);
    sectors = List.copyOf(sectors);
    capabilities = List.copyOf(capabilities);
  }
}
