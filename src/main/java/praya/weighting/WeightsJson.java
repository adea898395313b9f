package praya.weighting;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.scoring.Calibration;
import praya.scoring.WeightTable;

/** How a version of the weights looks in JSON. Who saved it is for the audit. */
public final class WeightsJson {
  private WeightsJson() {}

  public static Map<String, @Nullable Object> of(SavedWeights version) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("version", version.version());
    json.put("base", version.base());
    json.put("remark", version.remark());
    json.put("savedAt", version.saved() == null ? null : version.saved().at().toString());
    var numbers = new LinkedHashMap<String, Object>();
    WeightTable.of(version.weights())
        .values()
        .forEach((weight, value) -> numbers.put(weight.code(), number(value)));
    json.put("weights", numbers);
    json.put("answers", version.answers());
    json.put("curve", version.weights().calibration().map(WeightsJson::curve).orElse(null));
    return json;
  }

  private static Number number(double value) {
    return value == Math.rint(value) ? (Number) (long) value : (Number) value;
  }

  private static List<Map<String, Object>> curve(Calibration calibration) {
    return calibration.points().stream().map(WeightsJson::point).toList();
  }

  private static Map<String, Object> point(Calibration.Point point) {
    var json = new LinkedHashMap<String, Object>();
    json.put("fit", point.score());
    json.put("probability", point.probability());
    return json;
  }
}
