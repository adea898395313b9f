package praya.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which fields of the documents are searched; no name at all means every one. */
final class WantedFields {
  /** Every field that is searched, as the API spells it. */
  static final List<String> SEARCHED =
      List.of(
          "nameEn",
          "nameZhHant",
          "nameZhHans",
          "aliases",
          "kind",
          "summaryEn",
          "summaryZhHant",
          "summaryZhHans",
          "layers",
          "sectors",
          "capabilities",
          "cyberport",
          "website",
          "computeReported",
          "offers",
          "needs",
          "text");

  private static final String TEXT = "text.";

  private final Set<String> names;

  private WantedFields(Set<String> names) {
    this.names = names;
  }

  /**
   * Reads names as given: {@code summaryEn}, {@code summary} for its three languages, {@code
   * text.en}.
   */
  static WantedFields of(List<String> given, Faults faults) {
    Set<String> names = new LinkedHashSet<>();
    for (String each : given) {
      String name = camel(each.trim());
      List<String> meant = new ArrayList<>();
      for (String known : SEARCHED) {
        if (known.equals(name)
            || known.matches(java.util.regex.Pattern.quote(name) + "(En|ZhHan[ts])")) {
          meant.add(known);
        }
      }
      if (name.startsWith(TEXT) && name.length() > TEXT.length()) {
        meant.add(name.toLowerCase(Locale.ROOT));
      }
      if (meant.isEmpty()) {
        faults.add(
            "--fields",
            each,
            "No such field is searched. Fields are "
                + String.join(", ", SEARCHED)
                + ", and text.en, text.zh-Hant, text.zh-Hans.");
      }
      names.addAll(meant);
    }
    return new WantedFields(names);
  }

  /** The API's spelling of a name that may be spelt as in the files of the seed. */
  static String camel(String name) {
    StringBuilder camel = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      boolean joint = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
      camel.append(joint ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
    }
    return camel.toString();
  }

  boolean has(String name) {
    return names.isEmpty() || names.contains(name);
  }

  /** Whether the free text of a language is searched. */
  boolean hasText(String tag) {
    return has("text") || names.contains(TEXT + tag.toLowerCase(Locale.ROOT));
  }
}
