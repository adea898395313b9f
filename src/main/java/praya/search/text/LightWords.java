package praya.search.text;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that say little: small words of English and Chinese, and what firms put behind their names.
 * A query does not insist on them when it has others; a query of nothing else is searched as it is.
 */
final class LightWords {
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "i", "in", "into", "is",
          "it", "of", "on", "or", "our", "that", "the", "their", "to", "us", "we", "which", "who",
          "with", "的", "了", "和", "在", "及", "与", "等", "是", "之", "或", "以", "于", "为", "有", "我", "们",
          "你", "他", "找", "想", "做", "要", "个", "家", "我们", "一家", "一个", "你们");

  /** Also "company", which every record of a directory of companies could carry. */
  private static final Set<String> LEGAL =
      Set.of(
          "limited",
          "ltd",
          "company",
          "companies",
          "co",
          "inc",
          "incorporated",
          "corp",
          "corporation",
          "holdings",
          "group",
          "plc",
          "llc",
          "pte",
          "有限公司",
          "公司",
          "集团",
          "股份",
          "有限");

  private static final Set<String> ALL =
      Stream.concat(SMALL.stream(), LEGAL.stream()).collect(Collectors.toUnmodifiableSet());

  /** The longest is "incorporated". */
  private static final int LONGEST = 12;

  private LightWords() {}

  static boolean isSmall(String folded) {
    return SMALL.contains(folded);
  }

  static boolean isLegal(String folded) {
    return LEGAL.contains(folded);
  }

  static boolean isLight(String folded) {
    return folded.length() <= LONGEST && ALL.contains(folded);
  }
}
