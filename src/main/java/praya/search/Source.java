package praya.search;

import org.jspecify.annotations.Nullable;
import praya.domain.Language;

/**
 * A place in which words can stand: what it is called in an answer, and what a word there weighs.
 *
 * <p>The weights are ratios, judged on the seed data: a name outweighs any number of mentions.
 */
enum Source {
  NAME_EN("nameEn", 12, Language.EN),
  NAME_ZH_HANT("nameZhHant", 12, Language.ZH_HANT),
  NAME_ZH_HANS("nameZhHans", 12, Language.ZH_HANS),
  ALIAS("aliases", 10, null),
  SUMMARY_EN("summaryEn", 3, Language.EN),
  SUMMARY_ZH_HANT("summaryZhHant", 3, Language.ZH_HANT),
  SUMMARY_ZH_HANS("summaryZhHans", 3, Language.ZH_HANS),
  OFFER_TITLE("offers", 3, null),
  OFFER_TEXT("offers", 1, null),
  NEED_TITLE("needs", 3, null),
  NEED_TEXT("needs", 1, null),
  WEBSITE("website", 4, null),
  COMPUTE_REPORT("computeReported", 1, null),
  CAMPUS("campus", 1, null);

  /** A label of a capability, sector, layer or kind that the organisation carries. */
  static final int LABEL_WEIGHT = 4;

  /** Another word for such a label: people mean it, but the organisation did not say it. */
  static final int SYNONYM_WEIGHT = 2;

  /** Legal forms and small words, wherever they stand. */
  static final int LIGHT_WEIGHT = 1;

  private final String jsonName;
  private final String kind;
  private final int weight;
  private final @Nullable Language language;

  Source(String jsonName, int weight, @Nullable Language language) {
    this.jsonName = jsonName;
    this.kind = jsonName.replaceFirst("(En|ZhHant|ZhHans)$", "");
    this.weight = weight;
    this.language = language;
  }

  String jsonName() {
    return jsonName;
  }

  /** The field without its language: the same said in two languages is no second reason. */
  String kind() {
    return kind;
  }

  int weight() {
    return weight;
  }

  /** The language of the text; null where it is not known. */
  @Nullable Language language() {
    return language;
  }

  boolean isName() {
    return switch (this) {
      case NAME_EN, NAME_ZH_HANT, NAME_ZH_HANS, ALIAS -> true;
      default -> false;
    };
  }
}
