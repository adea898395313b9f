package praya.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;
import praya.http.Frame;

/**
 * The page of all rounds, on which a new one is set up.
 *
 * @param spread null as long as nothing is published
 */
public record RoundsPage(
    List<Row> rounds, @Nullable Spread spread, Form form, List<Frame.Choice> sectors) {
  public RoundsPage {
    rounds = List.copyOf(rounds);
    sectors = List.copyOf(sectors);
  }

  /** A round in the list. */
  public record Row(String href, String name, String state, Instant made) {}

  /** How suggestions are spread, in the language of the page. */
  public record Spread(String organisations, String never, String gini) {}

  /** What stands in the fields. */
  public record Form(Map<String, String> values, List<Fault> faults) {
    public Form {
      values = Map.copyOf(values);
      faults = List.copyOf(faults);
    }

    public String value(String field) {
      return values.getOrDefault(field, "");
    }

    /** Whether something is wrong with a field; null for nothing, as attributes want it. */
    public @Nullable String invalid(String field) {
      return faults.stream().anyMatch(fault -> fault.field().equals(field)) ? "true" : null;
    }
  }
}
