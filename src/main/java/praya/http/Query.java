package praya.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;

/**
 * The query parameters of one request, read strictly: a parameter that the route does not know is
 * refused with the ones that it knows, and every fault is reported at once by {@link #done}.
 */
public final class Query {
  /** More values of one filter than anybody chooses. */
  private static final int MAX_CODES = 50;

  private final Context context;
  private final List<Fault> faults = new ArrayList<>();

  private Query(Context context) {
    this.context = context;
  }

  /** The parameters of a route that knows these names, and {@code lang}. */
  public static Query of(Context context, String... names) {
    var query = new Query(context);
    query.refuseUnreadable();
    Set<String> known = new TreeSet<>(Arrays.asList(names));
    known.add("lang");
    for (String name : context.queryParamMap().keySet()) {
      if (!known.contains(name)) {
        query.faults.add(
            new Fault(
                name.isEmpty() ? "query" : name,
                context.queryParam(name),
                "The parameter ("
                    + name
                    + ") is not known here. Known are "
                    + String.join(", ", known)
                    + "."));
      }
    }
    return query;
  }

  /** A text of at most so many characters; empty when missing. */
  public String text(String name, int maxLength) {
    String text = single(name);
    if (text == null) {
      return "";
    }
    if (text.length() > maxLength) {
      fault(name, text, "must have at most " + maxLength + " characters");
      return "";
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      fault(name, "", "must be a text without control characters");
      return "";
    }
    return text;
  }

  /** A text that is not empty if it is given; null when missing. */
  public @Nullable String token(String name, int maxLength) {
    if (single(name) == null) {
      return null;
    }
    String text = text(name, maxLength);
    if (text.isEmpty()) {
      fault(name, "", "must not be empty");
      return null;
    }
    return text;
  }

  /** The key that the page of {@code cursor} begins behind; null for the first page. */
  @Nullable String cursor() {
    String token = token("cursor", 300);
    if (token == null) {
      return null;
    }
    String key = Cursor.find(token).map(Cursor::key).orElse(null);
    if (key == null) {
      fault("cursor", token, "is not one of ours. Maybe start again without it");
    }
    return key;
  }

  /** The position of a write that {@code after} names; negative when missing. */
  public long position() {
    return longInteger("after", -1, 0, Long.MAX_VALUE / 2);
  }

  /** A day, {@code YYYY-MM-DD}; null when missing. */
  public @Nullable LocalDate date(String name) {
    String text = single(name);
    if (text == null) {
      return null;
    }
    try {
      if (text.length() == "2026-11-22".length()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      fault(name, text, "is not a day of the calendar");
      return null;
    }
    fault(name, text, "must be a day such as 2026-11-22");
    return null;
  }

  public int integer(String name, int fallback, int min, int max) {
    return (int) longInteger(name, fallback, min, max);
  }

  public long longInteger(String name, long fallback, long min, long max) {
    String text = single(name);
    if (text == null) {
      return fallback;
    }
    // Eighteen digits always fit a long, so parsing cannot fail behind this pattern.
    if (text.matches("-?[0-9]{1,18}")) {
      long number = Long.parseLong(text);
      if (number >= min && number <= max) {
        return number;
      }
    }
    fault(name, text, "must be a whole number from " + min + " to " + max);
    return fallback;
  }

  public boolean bool(String name, boolean fallback) {
    return switch (choice(name, List.of("true", "false"))) {
      case "true" -> true;
      case "false" -> false;
      default -> fallback;
    };
  }

  /** One of the values; empty when missing. */
  public String choice(String name, List<String> values) {
    String text = single(name);
    if (text == null) {
      return "";
    }
    if (!values.contains(text)) {
      fault(name, text, "must be one of " + values);
      return "";
    }
    return text;
  }

  /** All values of a repeatable parameter, each once, in order. */
  public List<String> list(String name, int maxItems) {
    List<String> given = context.queryParams(name);
    List<String> values = List.copyOf(new LinkedHashSet<>(given));
    if (given.size() > maxItems) {
      fault(name, Integer.toString(given.size()), "may be given at most " + maxItems + " times");
      return List.of();
    }
    for (String value : values) {
      boolean odd = value.chars().anyMatch(Character::isISOControl);
      if (odd || value.isBlank() || value.length() > 100) {
        fault(name, odd ? "" : value, "must have 1 to 100 characters that can be read");
        return List.of();
      }
    }
    return values;
  }

  /** Values of a repeatable parameter that takes only these. */
  public List<String> list(String name, List<String> allowed) {
    List<String> values = list(name, allowed.size());
    for (String value : values) {
      if (!allowed.contains(value)) {
        fault(name, value, "must be one of " + allowed);
        return List.of();
      }
    }
    return values;
  }

  /** Values of a repeatable parameter that takes codes of a vocabulary. */
  public List<String> codes(String name, Taxonomy taxonomy, Vocabulary vocabulary) {
    List<String> codes = list(name, MAX_CODES);
    for (String code : codes) {
      if (taxonomy.find(vocabulary, code).isEmpty()) {
        fault(
            name,
            code,
            "is not a code of the vocabulary "
                + vocabulary.code()
                + ". Maybe look it up under /api/v1/taxonomy");
        return List.of();
      }
    }
    return codes;
  }

  /** Values of a repeatable parameter that takes true and false. */
  public List<Boolean> flags(String name) {
    return list(name, List.of("true", "false")).stream().map(Boolean::valueOf).toList();
  }

  /** The comma-separated names of {@code fields}; empty means all. */
  public Set<String> fields(Set<String> allowed) {
    String text = token("fields", 1000);
    if (text == null) {
      return Set.of();
    }
    var chosen = new LinkedHashSet<String>();
    for (String name : text.split(",", -1)) {
      String field = name.strip();
      if (!allowed.contains(field)) {
        fault("fields", field, "must name fields of " + String.join(", ", allowed));
        return Set.of();
      }
      chosen.add(field);
    }
    return chosen;
  }

  /**
   * The language asked for by {@code lang}; empty when there is none. Unknown ones fall back to
   * English.
   */
  public Optional<Language> language() {
    String tag = context.queryParam("lang");
    return tag == null ? Optional.empty() : Optional.of(Language.find(tag).orElse(Language.EN));
  }

  public void fault(String name, String value, String what) {
    faults.add(new Fault(name, value, "The parameter " + name + " (" + value + ") " + what + "."));
  }

  /** Throws all faults together, if there are any. */
  public void done() {
    if (!faults.isEmpty()) {
      throw new Problem.Malformed(faults);
    }
  }

  private @Nullable String single(String name) {
    List<String> values = context.queryParams(name);
    if (values.size() > 1) {
      fault(name, values.get(1), "may be given only once");
      return null;
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /** What the server would otherwise read as a replacement character. */
  private void refuseUnreadable() {
    String query = context.queryString();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      String[] sides = pair.split("=", 2);
      boolean nameIsFine = isUtf8(sides[0]);
      if (!nameIsFine || (sides.length > 1 && !isUtf8(sides[1]))) {
        faults.add(
            new Fault(
                nameIsFine ? sides[0] : "query",
                null,
                "The query holds (" + pair + "), which is not UTF-8 with percent signs."));
      }
    }
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0
        && text.charAt(at + 1) < 128
        && text.charAt(at + 2) < 128;
  }

  private static boolean isUtf8(String encoded) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        if (!isEscape(encoded, i)) {
          return false;
        }
        bytes.write(Integer.parseInt(encoded.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
