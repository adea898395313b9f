package praya.scoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import praya.domain.Fault;
import praya.domain.Problem;

/**
 * The numbers of {@link Weights} as a table, the form in which they are stored, sent and changed.
 * Numbers that would make scores meaningless are refused, all of them at once.
 *
 * @param values one for every {@link Weight}
 */
public record WeightTable(Map<Weight, Double> values) {
  private static final List<List<Weight>> NOT_ABOVE =
      List.of(
          List.of(Weight.KNOWN_LAYER, Weight.NEED_OFFER),
          List.of(Weight.KNOWN_CAPABILITY, Weight.NEED_PROFILE),
          List.of(Weight.KNOWN_TAKER, Weight.TAKER),
          List.of(Weight.KNOWN_SECTOR, Weight.SECTOR),
          List.of(Weight.KNOWN_CONFIRMED, Weight.FRESHNESS),
          List.of(Weight.SAME_GROUP, Weight.GROUP_OF_TERM));

  public WeightTable {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  public static WeightTable of(Weights weights) {
    Map<Weight, Double> values = new EnumMap<>(Weight.class);
    for (Weight weight : Weight.values()) {
      values.put(weight, weight.in(weights));
    }
    return new WeightTable(values);
  }

  /** What is wrong with the numbers; empty when they can be weights. */
  public List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (Weight weight : Weight.values()) {
      Double value = values.get(weight);
      if (value == null) {
        faults.add(new Fault(weight.code(), null, "The number " + weight.code() + " is missing."));
      } else if (!(value >= weight.least() && value <= weight.most())) {
        faults.add(
            fault(
                weight,
                "must be from %s to %s.".formatted(text(weight.least()), text(weight.most()))));
      } else if (weight.whole() && value != Math.rint(value)) {
        faults.add(fault(weight, "must be a whole number."));
      }
    }
    if (faults.isEmpty()) {
      addRelative(faults);
    }
    return List.copyOf(faults);
  }

  private void addRelative(List<Fault> faults) {
    double sum = 0;
    for (Weight weight : Weight.values()) {
      sum += weight.group() == Weight.Group.MAXIMA ? value(weight) : 0;
    }
    if (sum != 100) {
      faults.add(
          new Fault(
              Weight.Group.MAXIMA.code(),
              text(sum),
              "The most points of all criteria (%s) must sum to 100.".formatted(text(sum))));
    }
    for (List<Weight> pair : NOT_ABOVE) {
      if (value(pair.getFirst()) > value(pair.getLast())) {
        faults.add(
            fault(
                pair.getFirst(),
                "must not be above %s (%s): a guess gives no more than what was stated."
                    .formatted(pair.getLast().code(), text(value(pair.getLast())))));
      }
    }
    if (value(Weight.FRESH_DAYS) >= value(Weight.STALE_DAYS)) {
      faults.add(
          fault(
              Weight.FRESH_DAYS,
              "must be below %s (%s)."
                  .formatted(Weight.STALE_DAYS.code(), text(value(Weight.STALE_DAYS)))));
    }
  }

  private Fault fault(Weight weight, String rule) {
    String value = text(value(weight));
    return new Fault(
        weight.code(), value, "The number %s (%s) %s".formatted(weight.code(), value, rule));
  }

  private double value(Weight weight) {
    return values.getOrDefault(weight, Double.NaN);
  }

  private int whole(Weight weight) {
    return (int) value(weight);
  }

  /** Without a fraction where there is none. */
  public static String text(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%.0f", value)
        : Double.toString(value);
  }

  /**
   * The weights with these numbers.
   *
   * @throws Problem.InvalidInput with all {@link #faults}
   */
  public Weights weights(String version, Optional<Calibration> calibration) {
    List<Fault> faults = faults();
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
    return new Weights(
        version,
        new Weights.Maxima(
            whole(Weight.NEED_OFFER),
            whole(Weight.NEED_PROFILE),
            whole(Weight.TAKER),
            whole(Weight.SECTOR),
            whole(Weight.SHARED_RELATION),
            whole(Weight.COMPUTE),
            whole(Weight.FRESHNESS)),
        new Weights.Known(
            whole(Weight.KNOWN_LAYER),
            whole(Weight.KNOWN_CAPABILITY),
            whole(Weight.KNOWN_TAKER),
            whole(Weight.KNOWN_SECTOR),
            whole(Weight.KNOWN_CONFIRMED),
            Weights.FIRST.known().servedLayer()),
        new Weights.Likeness(
            value(Weight.GROUP_OF_TERM),
            value(Weight.SAME_GROUP),
            value(Weight.ENOUGH),
            value(Weight.UNSPECIFIED),
            value(Weight.PROFILE_ONLY)),
        new Weights.Scale(
            value(Weight.SHARED_RELATION_FULL), whole(Weight.FRESH_DAYS), whole(Weight.STALE_DAYS)),
        calibration);
  }
}
