package praya.demand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import praya.search.Facet;
import praya.search.SearchQuery.Filters;

/** Chosen facet values as one text, {@code facet=code&facet=code}, always in the same order. */
final class FilterText {
  /** Codes of vocabularies, and nothing that somebody typed into the address bar. */
  private static final Pattern KNOWN = Pattern.compile("([a-zA-Z]+=[a-z0-9-]{1,60}&?)*");

  private static final int LONGEST = 500;

  private FilterText() {}

  /** A chosen value. */
  record Value(Facet facet, String code) {}

  static String of(Filters filters) {
    List<String> values = new ArrayList<>();
    filters
        .chosen()
        .forEach(
            (facet, codes) -> codes.forEach(code -> values.add(facet.jsonName() + "=" + code)));
    return String.join("&", values);
  }

  /** Whether it is none that the directory's own links make. */
  static boolean isOdd(String text) {
    return text.length() > LONGEST
        || !KNOWN.matcher(text).matches()
        || PersonalText.find(text.replaceAll("[a-zA-Z]+=|&", " ").strip()).isPresent();
  }

  static List<Value> values(String text) {
    List<Value> values = new ArrayList<>();
    for (String pair : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      Optional<Facet> facet = equals < 0 ? Optional.empty() : Facet.find(pair.substring(0, equals));
      facet.ifPresent(found -> values.add(new Value(found, pair.substring(equals + 1))));
    }
    return values;
  }
}
