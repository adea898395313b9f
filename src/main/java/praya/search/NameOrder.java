package praya.search;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import org.apache.lucene.util.BytesRef;
import praya.domain.Language;
import praya.domain.Organisation;

/**
 * An order of names, each a column of the index. The orders are those of the Unicode CLDR: English
 * names by the alphabet; Chinese ones by strokes, as printed lists in Hong Kong have them, or by
 * pinyin, as mainland lists do. Chinese orders put Han before Latin.
 */
enum NameOrder {
  ENGLISH("nameKey", Language.EN, "en"),
  STROKE("strokeKey", Language.ZH_HANT, "zh-u-co-stroke"),
  PINYIN("pinyinKey", Language.ZH_HANS, "zh-u-co-pinyin");

  /** Names that differ only beyond this are as good as equal, and the slug decides. */
  private static final int LONGEST = 200;

  private final String field;
  private final Language language;

  @SuppressWarnings("ImmutableEnumChecker") // frozen, which the checker cannot know
  private final Collator collator;

  NameOrder(String field, Language language, String locale) {
    this.field = field;
    this.language = language;
    this.collator = Collator.getInstance(ULocale.forLanguageTag(locale)).freeze();
  }

  /** The column in the index. */
  String field() {
    return field;
  }

  /** What the organisation stands by in this order, as bytes that compare as the names do. */
  BytesRef key(Organisation organisation) {
    String name = organisation.name(language);
    String cut = name.substring(0, Math.min(name.length(), LONGEST));
    return new BytesRef(collator.getCollationKey(cut).toByteArray());
  }
}
