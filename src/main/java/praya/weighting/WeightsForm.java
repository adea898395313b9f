package praya.weighting;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import praya.json.Fields;
import praya.scoring.Weight;
import praya.scoring.WeightTable;

/** Numbers of weights as people and programs write them: some, and the others stay as they are. */
public final class WeightsForm {
  private WeightsForm() {}

  /**
   * Reads numbers by the codes of {@link Weight}; collects faults in the fields, and leaves it to
   * the caller to refuse what is unknown.
   *
   * @param base what the numbers are that are not named
   */
  public static WeightTable parse(Fields fields, WeightTable base) {
    Map<Weight, Double> values = new EnumMap<>(base.values());
    for (Weight weight : Weight.values()) {
      BigDecimal number = fields.number(weight.code());
      if (number != null) {
        values.put(weight, number.doubleValue());
      }
    }
    return new WeightTable(values);
  }
}
