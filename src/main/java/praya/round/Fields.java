package praya.round;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import praya.domain.FaultList;
import tools.jackson.databind.JsonNode;

/** An object of a round's file, and where it stands: {@code round.json /pairs/3}. */
record Fields(JsonNode node, String place, FaultList faults) {
  /** Larger scores would leave no room for floors. */
  private static final BigDecimal MOST = BigDecimal.valueOf(100_000);

  Fields at(String name) {
    return new Fields(
        node.path(name), place + "/" + name.replace("~", "~0").replace("/", "~1"), faults);
  }

  boolean has(String name) {
    return !node.path(name).isMissingNode() && !node.path(name).isNull();
  }

  boolean isGiven() {
    return !node.isMissingNode() && !node.isNull();
  }

  void fault(String message) {
    faults.add(place, node.isMissingNode() ? null : node.toString(), message);
  }

  /** Whether this is an object with no other fields than these. */
  boolean isObject(Set<String> known) {
    if (!node.isObject()) {
      fault(
          "This must be an object with the fields "
              + String.join(", ", new java.util.TreeSet<>(known))
              + ".");
      return false;
    }
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        faults.add(
            place + "/" + name,
            null,
            "There is no such field here. Known are: "
                + String.join(", ", new java.util.TreeSet<>(known))
                + ".");
      }
    }
    return true;
  }

  void each(Consumer<Fields> told) {
    if (!isGiven()) {
      return;
    }
    if (!node.isArray()) {
      fault("This must be a list in square brackets.");
      return;
    }
    for (int i = 0; i < node.size(); i++) {
      told.accept(new Fields(node.get(i), place + "/" + i, faults));
    }
  }

  /** A text of this node itself; null after a fault. */
  @Nullable String text() {
    if (node.isString() && !node.stringValue().isBlank()) {
      return node.stringValue();
    }
    fault("This must be a text in quotes that is not empty.");
    return null;
  }

  @Nullable String optionalText() {
    return isGiven() ? text() : null;
  }

  long whole(long missing, long least, long most) {
    if (!isGiven()) {
      return missing;
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      long value = node.longValue();
      if (value >= least && value <= most) {
        return value;
      }
    }
    fault("This must be a whole number from " + least + " to " + most + ".");
    return missing;
  }

  /** A score in ten-thousandths; -1 after a fault. */
  long score() {
    if (node.isNumber()) {
      BigDecimal value = node.decimalValue();
      if (value.signum() >= 0
          && value.compareTo(MOST) <= 0
          && value.stripTrailingZeros().scale() <= 4) {
        return value.movePointRight(4).longValueExact();
      }
    }
    fault("A score must be a number from 0 to 100000 with at most four decimals. Round it first.");
    return -1;
  }

  boolean flag(boolean missing) {
    if (!isGiven()) {
      return missing;
    }
    if (!node.isBoolean()) {
      fault("This must be true or false.");
    }
    return node.booleanValue(missing);
  }

  @Nullable LocalDate date() {
    try {
      return node.isString() ? LocalDate.parse(node.stringValue()) : badDate();
    } catch (DateTimeException notOne) {
      return badDate();
    }
  }

  private @Nullable LocalDate badDate() {
    fault("This must be a day such as \"2026-11-23\".");
    return null;
  }

  @Nullable ZonedDateTime instant() {
    try {
      if (node.isString()) {
        return OffsetDateTime.parse(node.stringValue()).toZonedDateTime();
      }
    } catch (DateTimeException notOne) {
      // Told below.
    }
    fault("This must be a time with its offset such as \"2026-12-01T09:00:00+08:00\".");
    return null;
  }

  /** Two ids in square brackets, or an object with from and to; null after a fault. */
  @Nullable Pair pair() {
    String first = null;
    String second = null;
    if (node.isArray() && node.size() == 2) {
      List<Fields> two = new ArrayList<>();
      each(two::add);
      first = two.get(0).text();
      second = two.get(1).text();
    } else if (node.isObject()) {
      first = at("from").text();
      second = at("to").text();
    } else {
      fault("This must be two ids such as [\"a\", \"b\"].");
    }
    if (first == null || second == null) {
      return null;
    }
    if (first.equals(second)) {
      fault("Nobody meets itself: the two ids must differ.");
      return null;
    }
    return new Pair(first, second);
  }
}
