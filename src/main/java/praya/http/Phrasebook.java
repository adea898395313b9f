package praya.http;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import praya.domain.Language;

/**
 * The words of the pages in one language, and how it writes numbers and dates. Immutable and safe
 * for many threads.
 *
 * <p>Texts are patterns of {@link MessageFormat}: {@code {0}}, {@code {0,number}}, and {@code
 * {0,choice,0#none|1#one|1<{0,number} many}} for plurals. Apostrophes stand for themselves. Numbers
 * that must not be grouped, such as years, are passed as strings.
 */
public final class Phrasebook {
  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");

  private final Language language;
  private final Locale locale;
  private final Map<String, String> plain = new HashMap<>();
  private final Map<String, MessageFormat> patterns = new HashMap<>();

  Phrasebook(Language language, Map<String, String> texts) {
    this.language = language;
    this.locale = localeOf(language);
    texts.forEach((key, text) -> {
      if (text.indexOf('{') < 0) {
        plain.put(key, text);
      } else {
        patterns.put(key, new MessageFormat(text.replace("'", "''"), locale));
      }
    });
  }

  public Language language() {
    return language;
  }

  public Set<String> keys() {
    Set<String> keys = new TreeSet<>(plain.keySet());
    keys.addAll(patterns.keySet());
    return Collections.unmodifiableSet(keys);
  }

  public boolean has(String key) {
    return plain.containsKey(key) || patterns.containsKey(key);
  }

  /** The text of the key with its arguments filled in. An unknown key is a bug of ours. */
  public String say(String key, Object... arguments) {
    String text = plain.get(key);
    if (text != null) {
      return text;
    }
    MessageFormat pattern = patterns.get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("There is no text with the key (" + key + ").");
    }
    // A MessageFormat keeps state while it formats, so every call works on a copy.
    return ((MessageFormat) pattern.clone()).format(arguments);
  }

  /** The text of the key, or the fallback for a code that came with the data. */
  public String sayOr(String key, String fallback) {
    return has(key) ? say(key) : fallback;
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** At most one digit behind the point, as for percentages and PFLOPS. */
  public String number(double number) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(number);
  }

  /** 22 November 2026 or 2026年11月22日. */
  public String date(LocalDate day) {
    return day.format(DateTimeFormatter.ofPattern(english() ? "d MMMM yyyy" : "yyyy年M月d日", locale));
  }

  /** The day in Hong Kong on which the moment falls. */
  public String date(Instant moment) {
    return date(day(moment));
  }

  /** 22 November 2026, 14:05 HKT or 2026年11月22日 14:05（香港時間）. */
  public String moment(Instant moment) {
    String time = moment.atZone(HONG_KONG).format(DateTimeFormatter.ofPattern("HH:mm"));
    return switch (language) {
      case EN -> date(moment) + ", " + time + " HKT";
      case ZH_HANT -> date(moment) + " " + time + "（香港時間）";
      case ZH_HANS -> date(moment) + " " + time + "（香港时间）";
    };
  }

  /** Nov 2026 or 2026年11月. */
  public String month(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern(english() ? "MMM yyyy" : "yyyy年M月", locale));
  }

  /** Nov or 11月, where the year stands elsewhere. */
  public String shortMonth(YearMonth month) {
    return month.format(DateTimeFormatter.ofPattern(english() ? "MMM" : "M月", locale));
  }

  public static LocalDate day(Instant moment) {
    return moment.atZone(HONG_KONG).toLocalDate();
  }

  private boolean english() {
    return language == Language.EN;
  }

  private static Locale localeOf(Language language) {
    return switch (language) {
      case EN -> Locale.forLanguageTag("en-HK");
      case ZH_HANT -> Locale.forLanguageTag("zh-Hant-HK");
      case ZH_HANS -> Locale.forLanguageTag("zh-Hans-CN");
    };
  }
}
