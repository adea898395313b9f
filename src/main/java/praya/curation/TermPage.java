package praya.curation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;
import praya.http.Frame;

/**
 * The form of one term.
 *
 * @param path where it is sent
 * @param groups to choose from for a new capability; empty otherwise
 * @param effect what the change would do; null before it was tried
 */
public record TermPage(
    String vocabulary,
    String path,
    boolean isNew,
    Form form,
    List<Frame.Choice> groups,
    SearchPreview.@Nullable Effect effect) {
  public TermPage {
    groups = List.copyOf(groups);
  }

  /**
   * What stands in the fields.
   *
   * @param version of the term as it was opened; empty for a new one
   * @param values by field; synonyms one to a line
   */
  public record Form(
      String version, Map<String, String> values, List<Fault> faults, @Nullable String conflict) {
    public Form {
      values = Map.copyOf(values);
      faults = List.copyOf(faults);
    }

    public String value(String field) {
      return values.getOrDefault(field, "");
    }

    /** What is wrong with a field, in English; null for nothing. */
    public @Nullable String fault(String field) {
      return faults.stream()
          .filter(fault -> fault.field().equals(field))
          .map(Fault::message)
          .reduce((one, other) -> one + " " + other)
          .orElse(null);
    }
  }
}
