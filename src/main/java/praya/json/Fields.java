package praya.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;
import praya.domain.LocalText;
import praya.domain.Problem;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one JSON object field by field and collects every fault. A reading method returns a
 * harmless value where the field is at fault; {@link #done} then throws all faults together. Not
 * thread-safe; one object, one use.
 */
public final class Fields {
  /** How the keys of the object are spelt. */
  public enum Spelling {
    /** As in the API: {@code nameZhHant}. */
    CAMEL,
    /** As in the seed's files: {@code name_zh_hant}. */
    SNAKE
  }

  private final ObjectNode object;
  private final Spelling spelling;
  private final String path;
  private final List<Fault> faults;
  private final Set<String> read = new LinkedHashSet<>();

  public Fields(ObjectNode object, Spelling spelling) {
    this(object, spelling, "", new ArrayList<>());
  }

  private Fields(ObjectNode object, Spelling spelling, String path, List<Fault> faults) {
    this.object = object;
    this.spelling = spelling;
    this.path = path;
    this.faults = faults;
  }

  /** Whether the object says anything of the field. */
  public boolean has(String name) {
    return find(name) != null;
  }

  /** A text without control characters, trimmed; null when missing, null or blank. */
  public @Nullable String text(String name, int maxLength) {
    JsonNode node = find(name);
    if (node == null) {
      return null;
    }
    if (!node.isString()) {
      return fault(name, node, "must be a text");
    }
    return clean(name, node.stringValue(), maxLength);
  }

  /** Like {@link #text}, but a missing one is a fault. */
  public String requiredText(String name, int maxLength) {
    int before = faults.size();
    String text = text(name, maxLength);
    if (text == null && faults.size() == before) {
      missing(name);
    }
    return text == null ? "" : text;
  }

  /** The texts {@code <name>En}, {@code <name>ZhHant} and {@code <name>ZhHans}. */
  public LocalText localText(String name, int maxLength) {
    return new LocalText(
        text(name + "En", maxLength),
        text(name + "ZhHant", maxLength),
        text(name + "ZhHans", maxLength));
  }

  /** Like {@link #localText}, but at least one language must be there. */
  public LocalText requiredLocalText(String name, int maxLength) {
    int before = faults.size();
    LocalText text = localText(name, maxLength);
    if (text.isEmpty() && faults.size() == before) {
      missing(name + "En");
    }
    return text;
  }

  /** A list of texts; empty when missing. */
  public List<String> texts(String name, int maxItems, int maxLength) {
    JsonNode node = find(name);
    if (node == null) {
      return List.of();
    }
    if (!node.isArray()) {
      fault(name, node, "must be a list of texts");
      return List.of();
    }
    if (node.size() > maxItems) {
      fault(name, Integer.toString(node.size()), "has more than " + maxItems + " items");
      return List.of();
    }
    var texts = new LinkedHashSet<String>();
    for (JsonNode item : node) {
      String text = item.isString() ? clean(name, item.stringValue(), maxLength) : null;
      if (text == null) {
        fault(name, item, "must hold texts that are not empty");
      } else if (!texts.add(text)) {
        fault(name, item, "names this twice");
      }
    }
    return List.copyOf(texts);
  }

  /** Codes of one vocabulary; an unknown code is a fault that tells where the codes are. */
  public List<String> codes(String name, Taxonomy taxonomy, Vocabulary vocabulary) {
    // No record of ours is about more than a few terms; thirty is a list that nobody reads.
    List<String> codes = texts(name, 30, 80);
    codes.forEach(code -> requireTerm(name, code, taxonomy, vocabulary));
    return codes;
  }

  /** One code of a vocabulary; a missing one is a fault. */
  public String code(String name, Taxonomy taxonomy, Vocabulary vocabulary) {
    String code = requiredText(name, 80);
    if (!code.isEmpty()) {
      requireTerm(name, code, taxonomy, vocabulary);
    }
    return code;
  }

  /** One of a fixed set of values; the fallback when missing. */
  public <T> T choice(String name, List<T> values, Function<T, String> code, T fallback) {
    String text = text(name, 80);
    if (text == null) {
      return fallback;
    }
    return values.stream()
        .filter(value -> code.apply(value).equals(text))
        .findFirst()
        .orElseGet(() -> {
          fault(name, text, "must be one of " + values.stream().map(code).toList());
          return fallback;
        });
  }

  public @Nullable Boolean bool(String name) {
    JsonNode node = find(name);
    if (node == null) {
      return null;
    }
    return node.isBoolean()
        ? (Boolean) node.booleanValue()
        : fault(name, node, "must be true or false");
  }

  public @Nullable Integer integer(String name, int min, int max) {
    JsonNode node = find(name);
    if (node == null) {
      return null;
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToInt()
        || node.intValue() < min
        || node.intValue() > max) {
      return fault(name, node, "must be a whole number from " + min + " to " + max);
    }
    return node.intValue();
  }

  public int requiredInteger(String name, int min, int max) {
    int before = faults.size();
    Integer number = integer(name, min, max);
    if (number == null && faults.size() == before) {
      missing(name);
    }
    return number == null ? min : number;
  }

  public long requiredLong(String name, long min, long max) {
    JsonNode node = find(name);
    if (node == null) {
      missing(name);
      return min;
    }
    if (!node.isIntegralNumber()
        || !node.canConvertToLong()
        || node.longValue() < min
        || node.longValue() > max) {
      fault(name, node, "must be a whole number from " + min + " to " + max);
      return min;
    }
    return node.longValue();
  }

  public @Nullable BigDecimal number(String name) {
    JsonNode node = find(name);
    if (node == null) {
      return null;
    }
    return node.isNumber() ? node.decimalValue() : fault(name, node, "must be a number");
  }

  /** A day, {@code YYYY-MM-DD}, of the years 1900 to 2200. */
  public @Nullable LocalDate date(String name) {
    String text = text(name, 40);
    if (text == null) {
      return null;
    }
    try {
      LocalDate date = LocalDate.parse(text);
      if (date.getYear() >= 1900 && date.getYear() <= 2200) {
        return date;
      }
    } catch (DateTimeException e) {
      return fault(name, text, "must be a day such as 2026-11-22");
    }
    return fault(name, text, "must be a day of the years 1900 to 2200");
  }

  public LocalDate requiredDate(String name) {
    int before = faults.size();
    LocalDate date = date(name);
    if (date == null && faults.size() == before) {
      missing(name);
    }
    return date == null ? LocalDate.EPOCH : date;
  }

  /**
   * A moment with its offset, {@code 2026-11-22T09:00:00+08:00}, of the years 1900 to 2200, kept to
   * the microsecond.
   */
  public @Nullable Instant moment(String name) {
    String text = text(name, 60);
    if (text == null) {
      return null;
    }
    try {
      OffsetDateTime moment = OffsetDateTime.parse(text);
      if (moment.getYear() >= 1900 && moment.getYear() <= 2200) {
        return moment.toInstant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
      }
    } catch (DateTimeException e) {
      return fault(name, text, "must be a moment such as 2026-11-22T09:00:00+08:00");
    }
    return fault(name, text, "must be a moment of the years 1900 to 2200");
  }

  /** An object inside this one; null when missing. */
  public @Nullable Fields object(String name) {
    JsonNode node = find(name);
    if (node == null) {
      return null;
    }
    if (node instanceof ObjectNode inner) {
      return new Fields(inner, spelling, path + key(name) + ".", faults);
    }
    return fault(name, node, "must be an object");
  }

  /** The objects of a list inside this one; empty when missing. */
  public List<Fields> objects(String name) {
    JsonNode node = find(name);
    if (node == null) {
      return List.of();
    }
    var inner = new ArrayList<Fields>();
    for (JsonNode item : node) {
      if (item instanceof ObjectNode fields) {
        inner.add(
            new Fields(fields, spelling, path + key(name) + "[" + inner.size() + "].", faults));
      } else {
        fault(name, item, "must be a list of objects");
      }
    }
    return inner;
  }

  /** All faults so far, of this object and of those inside it. */
  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** Marks fields as known without reading them: what the server owns may be sent back to it. */
  public void ignore(String... names) {
    for (String name : names) {
      read.add(key(name));
    }
  }

  /** Adds a fault about a field of this object; returns null so that readers can return it. */
  @SuppressWarnings("TypeParameterUnusedInFormals") // always null, which is of every type
  public <T> @Nullable T fault(String name, @Nullable String value, String what) {
    String shown = value == null ? "" : " (" + value + ")";
    faults.add(
        new Fault(
            path + key(name), value, "The field " + path + key(name) + shown + " " + what + "."));
    return null;
  }

  public boolean faultless() {
    return faults.isEmpty();
  }

  /** Refuses fields that nobody read, then throws all faults of this object if there are any. */
  public void done() {
    refuseUnknown();
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
  }

  /** For objects inside another: the outer one throws. */
  public void refuseUnknown() {
    for (String key : object.propertyNames()) {
      if (!read.contains(key)) {
        faults.add(
            new Fault(
                path + key,
                null,
                "The field "
                    + path
                    + key
                    + " is not known here. Known are "
                    + String.join(", ", read)
                    + "."));
      }
    }
  }

  private void missing(String name) {
    faults.add(
        new Fault(
            path + key(name),
            null,
            "The field " + path + key(name) + " is missing. It is required."));
  }

  private void requireTerm(String name, String code, Taxonomy taxonomy, Vocabulary vocabulary) {
    if (taxonomy.find(vocabulary, code).isEmpty()) {
      fault(
          name,
          code,
          "is not a code of the vocabulary "
              + vocabulary.code()
              + ". Maybe look it up under /api/v1/taxonomy");
    }
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // as above
  private <T> @Nullable T fault(String name, JsonNode node, String what) {
    return fault(name, node.isString() ? node.stringValue() : node.toString(), what);
  }

  private @Nullable String clean(String name, String raw, int maxLength) {
    String text = raw.strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.codePointCount(0, text.length()) > maxLength) {
      return fault(name, text, "is longer than " + maxLength + " characters");
    }
    OptionalInt odd = Characters.thatNoTextHas(text);
    if (odd.isPresent()) {
      String found = "U+%04X".formatted(odd.getAsInt());
      return fault(name, found, "holds a character that no text has");
    }
    return text;
  }

  private @Nullable JsonNode find(String name) {
    String key = key(name);
    read.add(key);
    JsonNode node = object.get(key);
    return node == null || node.isNull() ? null : node;
  }

  private String key(String name) {
    return spelling == Spelling.CAMEL
        ? name
        : name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
