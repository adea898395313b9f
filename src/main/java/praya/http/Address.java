package praya.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A path of this site with its query: the state of a page, from which the addresses of its links
 * are made. Immutable; parameters keep their order and may repeat.
 */
public record Address(String path, List<Parameter> parameters) {

  /** A name with one of its values, both undecorated. */
  public record Parameter(String name, String value) {}

  public Address {
    parameters = List.copyOf(parameters);
  }

  public static Address of(String path) {
    return new Address(path, List.of());
  }

  /** The address with the query as it stands after the question mark; null for none. */
  public static Address parse(String path, @Nullable String query) {
    List<Parameter> found = new ArrayList<>();
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      if (!name.isEmpty()) {
        found.add(new Parameter(decoded(name), decoded(value)));
      }
    }
    return new Address(path, found);
  }

  public List<String> values(String name) {
    return parameters.stream().filter(p -> p.name.equals(name)).map(Parameter::value).toList();
  }

  public Optional<String> value(String name) {
    return parameters.stream().filter(p -> p.name.equals(name)).map(Parameter::value).findFirst();
  }

  public boolean has(String name, String value) {
    return parameters.contains(new Parameter(name, value));
  }

  /** One more value for the name, behind those that are there. */
  public Address and(String name, String value) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(name, value));
    return new Address(path, more);
  }

  /** This value and no other for the name. */
  public Address with(String name, String value) {
    return without(name).and(name, value);
  }

  /** Like {@link #with(String, String)}, but a default value is left out of the address. */
  public Address with(String name, String value, String defaultValue) {
    return value.equals(defaultValue) ? without(name) : with(name, value);
  }

  public Address without(String name) {
    return new Address(path, parameters.stream().filter(p -> !p.name.equals(name)).toList());
  }

  public Address without(String name, String value) {
    Parameter unwanted = new Parameter(name, value);
    return new Address(path, parameters.stream().filter(p -> !p.equals(unwanted)).toList());
  }

  public Address toggle(String name, String value) {
    return has(name, value) ? without(name, value) : and(name, value);
  }

  /** The same query at another path, as for an export of what a page shows. */
  public Address at(String otherPath) {
    return new Address(otherPath, parameters);
  }

  /** The address as it goes into a link, percent-encoded. */
  public String href() {
    StringBuilder href = new StringBuilder(path);
    char separator = '?';
    for (Parameter parameter : parameters) {
      href.append(separator).append(encoded(parameter.name));
      href.append('=').append(encoded(parameter.value));
      separator = '&';
    }
    return href.toString();
  }

  @Override
  public String toString() {
    return href();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return text; // a stray percent sign is a percent sign
    }
  }
}
