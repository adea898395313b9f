package praya.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import praya.domain.Language;

class TextsTest {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

  private final Texts texts = Texts.load();
  private final Phrasebook english = texts.in(Language.EN);
  private final Phrasebook chinese = texts.in(Language.ZH_HANT);

  @Test
  void texts_ofAllLanguages_haveTheSameKeys() {
    for (Language language : Language.values()) {
      assertThat(texts.in(language).keys()).isEqualTo(english.keys());
    }
  }

  @Test
  void texts_ofAllLanguages_haveTheSamePlaceholders() {
    Properties en = properties(Language.EN);
    for (Language language : Language.values()) {
      Properties other = properties(language);
      for (String key : en.stringPropertyNames()) {
        assertThat(placeholders(other.getProperty(key)))
            .as("%s in %s", key, language.tag())
            .isEqualTo(placeholders(en.getProperty(key)));
      }
    }
  }

  @Test
  void texts_ofEveryLanguage_areNeverEmpty() {
    for (Language language : Language.values()) {
      Properties properties = properties(language);
      for (String key : properties.stringPropertyNames()) {
        assertThat(properties.getProperty(key)).as(key).isNotEmpty();
      }
    }
  }

  @Test
  void of_missingKey_namesKeyAndLanguage() {
    Map<Language, Map<String, String>> read =
        Map.of(
            Language.EN, Map.of("a", "A", "b", "B"),
            Language.ZH_HANT, Map.of("a", "甲", "b", "乙"),
            Language.ZH_HANS, Map.of("a", "甲"));
    assertThatThrownBy(() -> Texts.of(read))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Texts are missing: b (zh-Hans).");
  }

  @Test
  void say_plural_choosesTheForm() {
    assertThat(english.say("count.organisations", 0)).isEqualTo("none");
    assertThat(english.say("count.organisations", 1)).isEqualTo("1 organisation");
    assertThat(english.say("count.organisations", 1455)).isEqualTo("1,455 organisations");
    assertThat(chinese.say("count.organisations", 12)).isEqualTo("12 個機構");
  }

  @Test
  void say_apostropheBesidePlaceholder_staysAsItIs() {
    Phrasebook book = new Phrasebook(Language.EN, Map.of("k", "It's {0}'s"));
    assertThat(book.say("k", "Ada")).isEqualTo("It's Ada's");
  }

  @Test
  void say_unknownKey_isRefused() {
    assertThatThrownBy(() -> english.say("no.such.key"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(no.such.key)");
  }

  @Test
  void dates_areThoseOfHongKong() {
    Instant lateInLondon = Instant.parse("2026-11-21T18:05:00Z");
    assertThat(english.date(lateInLondon)).isEqualTo("22 November 2026");
    assertThat(english.moment(lateInLondon)).isEqualTo("22 November 2026, 02:05 HKT");
    assertThat(chinese.moment(lateInLondon)).isEqualTo("2026年11月22日 02:05（香港時間）");
    assertThat(chinese.date(LocalDate.of(2026, 1, 2))).isEqualTo("2026年1月2日");
    assertThat(chinese.month(YearMonth.of(2026, 1))).isEqualTo("2026年1月");
    assertThat(english.month(YearMonth.of(2026, 1))).isEqualTo("Jan 2026");
  }

  private static Set<String> placeholders(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = PLACEHOLDER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static Properties properties(Language language) {
    String resource = "/texts/" + language.tag() + ".properties";
    try (var stream = TextsTest.class.getResourceAsStream(resource)) {
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      return properties;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
