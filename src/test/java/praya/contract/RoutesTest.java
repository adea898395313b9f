package praya.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import praya.testkit.RunningApp;

/** The routes of the program and the operations of the document are the same. */
class RoutesTest {

  @Test
  void routes_areTheDocumentedOperations() {
    TreeSet<String> served =
        RunningApp.shared().routes().stream()
            .filter(route -> route.contains(" /api/") || route.endsWith(" /openapi.yaml"))
            .collect(Collectors.toCollection(TreeSet::new));
    TreeSet<String> documented =
        OpenApiDocument.shared().operations().stream()
            .map(Operation::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(served).as("routes served, against those documented").isEqualTo(documented);
  }
}
