package praya.weighting;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;
import praya.scoring.Weight;

/**
 * The page on which staff change the weights.
 *
 * @param current the version that holds
 * @param groups the numbers, part by part
 * @param effect what the numbers would change; null before they were tried
 */
public record WeightsPage(
    SavedWeights current,
    Form form,
    List<Group> groups,
    @Nullable Effect effect,
    List<SavedWeights> versions) {
  public WeightsPage {
    groups = List.copyOf(groups);
    versions = List.copyOf(versions);
  }

  /** Numbers that belong together. */
  public record Group(String code, List<Weight> weights) {
    public Group {
      weights = List.copyOf(weights);
    }
  }

  /**
   * What stands in the fields.
   *
   * @param values by field
   */
  public record Form(Map<String, String> values, List<Fault> faults, @Nullable String conflict) {
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

  /** What the numbers would change. */
  public record Effect(
      List<Organisation> organisations, @Nullable BackTest backTest, List<Point> curve) {
    public Effect {
      organisations = List.copyOf(organisations);
      curve = List.copyOf(curve);
    }
  }

  /** One organisation's first ten, in the language of the page. */
  public record Organisation(String href, String name, List<Place> places, List<Other> gone) {
    public Organisation {
      places = List.copyOf(places);
      gone = List.copyOf(gone);
    }
  }

  /**
   * A place of the proposed list.
   *
   * @param moved in words
   */
  public record Place(Other other, String score, String moved) {}

  /** Somebody on a list, with the page that compares the two. */
  public record Other(String href, String name) {}

  /** What the past says: in words, and row by row. */
  public record BackTest(int introductions, int fictional, List<Row> rows) {
    public BackTest {
      rows = List.copyOf(rows);
    }
  }

  /** A figure under both, and what is gained where that can be said. */
  public record Row(String code, String present, String proposed, String gain) {}

  /** What a fit is worth. */
  public record Point(String fit, String probability) {}
}
