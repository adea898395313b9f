package praya.http;

import io.javalin.http.Context;
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

/**
 * The query parameters of one request, read strictly: a parameter that the route does not know is
 * refused with the ones that it knows, and every fault is reported at once by {@link #done}.
 */
public final class Query {
  private final Context context;
  private final List<Fault> faults = new ArrayList<>();

  private Query(Context context) {
    this.context = context;
  }

  /** The parameters of a route that knows these names, and {@code lang}. */
  public static Query of(Context context, String... names) {
    var query = new Query(context);
    Set<String> known = new TreeSet<>(Arrays.asList(names));
    known.add("lang");
    for (String name : context.queryParamMap().keySet()) {
      if (!known.contains(name)) {
        query.faults.add(
            new Fault(
                name,
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
    return text;
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
    List<String> values = List.copyOf(new LinkedHashSet<>(context.queryParams(name)));
    if (values.size() > maxItems) {
      fault(name, Integer.toString(values.size()), "may be given at most " + maxItems + " times");
      return List.of();
    }
    for (String value : values) {
      if (value.isBlank() || value.length() > 100) {
        fault(name, value, "must have 1 to 100 characters");
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

  /** The comma-separated names of {@code fields}; empty means all. */
  public Set<String> fields(Set<String> allowed) {
    String text = text("fields", 1000);
    var chosen = new LinkedHashSet<String>();
    for (String name : text.split(",", -1)) {
      String field = name.strip();
      if (field.isEmpty()) {
        continue;
      }
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
    if (values.isEmpty() || values.get(0).isEmpty()) {
      return null;
    }
    return values.get(0);
  }
}
