package praya.demand;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which texts look like a person's data, so that they are never kept: each rule on its own is
 * enough. What is kept out by mistake is a count that is missing; what is let in by mistake is a
 * person on a board, so the rules are wide.
 */
final class PersonalText {
  /** Why a text is not kept. */
  enum Rule {
    /** What has an at sign may be a mail address or a handle. */
    MAIL,
    /** Hong Kong identity cards: one or two letters, six digits, a digit that checks them. */
    IDENTITY_CARD,
    /** Passports and other cards: letters and digits in one, six digits and more. */
    DOCUMENT,
    /** Seven digits and more, however they are grouped: telephones, accounts, payment cards. */
    DIGITS,
    /** Whole addresses of the web may hold secrets, and who they were made for. */
    WEB_ADDRESS,
    /** Long words of letters and digits are secrets more often than words. */
    SECRET,
    /** Somebody who is addressed: Mr, Dr, 先生, 小姐. */
    TITLE,
    /** What is built like a name of a person: 陳大文, Chan Tai Man. */
    NAME,
    /** More than a question: what is pasted may hold anything. */
    LONG
  }

  private static final int LONGEST = 100;

  private static final Pattern CARD =
      Pattern.compile("(?<![a-z0-9])([a-z]{1,2})([0-9]{6})\\s*\\(?\\s*([0-9a])\\)?(?![a-z0-9])");
  private static final Pattern DOCUMENT =
      Pattern.compile("(?<![a-z0-9])[a-z]{1,3}[ -]?[0-9]{6,}[a-z0-9()]*");

  /** Digits with what people put between them, but no letters. */
  private static final Pattern DIGITS = Pattern.compile("(?:[0-9][ .()/+-]{0,3}){6,}[0-9]");

  private static final Pattern WEB_ADDRESS =
      Pattern.compile("[a-z][a-z0-9+.-]*://|\\bwww\\.|[a-z0-9-]\\.[a-z]{2,}/\\S|\\?\\S*=");
  private static final Pattern SECRET =
      Pattern.compile("(?=[a-z0-9_-]*[0-9])(?=[a-z0-9_-]*[a-z])[a-z0-9_-]{20,}");
  private static final Pattern HAN_NAME = Pattern.compile("\\p{IsHan}{2,4}");
  private static final Pattern LATIN_NAME = Pattern.compile("[a-z]+(?:[ ,-]+[a-z]+){1,3}");

  /** The most common in Hong Kong, in Traditional and Simplified Chinese. */
  private static final String SURNAMES =
      "陳陈黃黄李林張张吳吴劉刘梁王何楊杨鄭郑周葉叶蔡馮冯鄧邓譚谭曾許许謝谢蘇苏羅罗余盧卢趙赵" + "徐朱鍾钟郭潘蕭萧廖呂吕姚關关袁彭崔韓韩孫孙胡麥麦賴赖蔣蒋莫傅唐沈杜馬马伍龔龚歐欧";

  private static final Pattern TITLE =
      Pattern.compile(
          "(?<![a-z])(?:mr|mrs|ms|miss|mdm|madam|dr|prof|professor|sir)\\.? +[a-z]|["
              + SURNAMES
              + "]\\p{IsHan}{0,2}(?:先生|小姐|女士|太太|博士|教授|醫生|医生|律師|律师)");

  private static final Set<String> LATIN_SURNAMES =
      Set.of(
          "au", "chan", "chau", "cheng", "cheung", "chiu", "cho", "choi", "chow", "chu", "chui",
          "chung", "fok", "fong", "fung", "ho", "hui", "ip", "kan", "ko", "kong", "kwan", "kwok",
          "kwong", "lai", "lam", "lau", "law", "lee", "leung", "li", "liu", "lo", "lok", "lui",
          "luk", "ma", "mak", "mok", "ng", "ngai", "poon", "pang", "siu", "sit", "so", "szeto",
          "tai", "tam", "tang", "to", "tong", "tsang", "tse", "tsui", "tung", "wan", "wong", "wu",
          "yau", "yeung", "yip", "yiu", "yu", "yuen", "yung", "zhang", "wang", "chen", "liang",
          "huang", "zhao", "zhou", "xu", "sun", "zhu", "lin", "guo", "luo", "zheng", "xie", "tan");

  /** Places that are built like names, and are asked for as what they are. */
  private static final Set<String> PLACES =
      Set.of(
          "hong kong",
          "kwun tong",
          "wan chai",
          "tung chung",
          "tai po",
          "tai wai",
          "tai wo",
          "tai koo",
          "ma on shan",
          "lai chi kok",
          "lai king",
          "tai kok tsui",
          "ho man tin",
          "lok fu",
          "lok ma chau",
          "yau tong",
          "yau ma tei",
          "wong tai sin",
          "wong chuk hang",
          "kwai fong",
          "tsuen wan",
          "sheung wan",
          "sai wan ho",
          "choi hung",
          "lam tin",
          "tai mo shan",
          "lo wu",
          "ngau tau kok",
          "tin hau",
          "hang hau",
          "po lam",
          "黃大仙",
          "黄大仙",
          "何文田",
          "馬鞍山",
          "马鞍山",
          "羅湖",
          "羅湖區");

  /** One syllable of Cantonese or Mandarin as it is romanised in names. */
  private static final Pattern SYLLABLE =
      Pattern.compile(
          "(?:b|ch|c|d|f|gw|g|h|j|kw|k|l|m|ng|n|p|q|r|sh|sz|s|ts|tz|t|w|x|y|zh|z)?"
              + "[aeiouy]{1,3}(?:ng|n|m|k|t|p|h|w)?");

  private static final BreakIterator WORDS = BreakIterator.getWordInstance(ULocale.CHINA);

  private PersonalText() {}

  /** The text as it is counted: one width, small letters, single spaces. */
  static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\p{Z}\\p{C}]+", " ")
        .strip();
  }

  /** The first rule that keeps a folded text out; empty for one that may be kept. */
  static Optional<Rule> find(String folded) {
    if (folded.length() > LONGEST) {
      return Optional.of(Rule.LONG);
    }
    if (folded.indexOf('@') >= 0) {
      return Optional.of(Rule.MAIL);
    }
    if (hasIdentityCard(folded)) {
      return Optional.of(Rule.IDENTITY_CARD);
    }
    if (DOCUMENT.matcher(folded).find()) {
      return Optional.of(Rule.DOCUMENT);
    }
    if (DIGITS.matcher(folded).find()) {
      return Optional.of(Rule.DIGITS);
    }
    if (WEB_ADDRESS.matcher(folded).find()) {
      return Optional.of(Rule.WEB_ADDRESS);
    }
    if (SECRET.matcher(folded).find()) {
      return Optional.of(Rule.SECRET);
    }
    if (TITLE.matcher(folded).find()) {
      return Optional.of(Rule.TITLE);
    }
    if (PLACES.contains(folded)) {
      return Optional.empty();
    }
    return isHanName(folded) || isLatinName(folded) ? Optional.of(Rule.NAME) : Optional.empty();
  }

  private static boolean hasIdentityCard(String folded) {
    Matcher card = CARD.matcher(folded);
    while (card.find()) {
      if (checks(card.group(1), card.group(2), card.group(3).charAt(0))) {
        return true;
      }
    }
    return false;
  }

  /**
   * Letters count from 10 for A, a missing first one 36; times 9 down to 2, with the last digit
   * once, of which A is 10, the sum is a multiple of 11.
   */
  private static boolean checks(String letters, String digits, char last) {
    int sum = letters.length() == 1 ? 36 * 9 : value(letters.charAt(0)) * 9;
    sum += value(letters.charAt(letters.length() - 1)) * 8;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (7 - i);
    }
    sum += last == 'a' ? 10 : last - '0';
    return sum % 11 == 0;
  }

  private static int value(char letter) {
    return letter - 'a' + 10;
  }

  /** A surname and one or two characters that the dictionary does not know as a word with it. */
  private static boolean isHanName(String folded) {
    String text = folded.replace(" ", "");
    if (text.length() < 3
        || text.length() > 4
        || !HAN_NAME.matcher(text).matches()
        || SURNAMES.indexOf(text.charAt(0)) < 0) {
      return false;
    }
    BreakIterator breaks = (BreakIterator) WORDS.clone();
    breaks.setText(text);
    return breaks.isBoundary(1);
  }

  private static boolean isLatinName(String folded) {
    if (!LATIN_NAME.matcher(folded).matches()) {
      return false;
    }
    String[] words = folded.split("[ ,-]+", -1);
    for (int i : new int[] {0, words.length - 1}) {
      if (LATIN_SURNAMES.contains(words[i]) && othersAreSyllables(words, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean othersAreSyllables(String[] words, int surname) {
    int syllables = 0;
    for (int i = 0; i < words.length; i++) {
      if (i != surname && SYLLABLE.matcher(words[i]).matches()) {
        syllables++;
      }
    }
    return syllables == words.length - 1;
  }
}
