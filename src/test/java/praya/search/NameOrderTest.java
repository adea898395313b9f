package praya.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import praya.domain.Entry;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.testkit.Records;

/** Names in the orders of printed lists. */
class NameOrderTest {
  @Test
  void english_isTheAlphabet_whateverTheCase() {
    assertThat(ordered(NameOrder.ENGLISH, en("beta"), en("Alpha"), en("Éclair"), en("Delta")))
        .containsExactly("Alpha", "beta", "Delta", "Éclair");
  }

  @Test
  void stroke_countsTheStrokesOfTheFirstCharacter() {
    // 一 has 1, 大 3, 中 4, 香 9, 數 15.
    assertThat(ordered(NameOrder.STROKE, zh("數碼"), zh("香港"), zh("一心"), zh("中環"), zh("大嶼")))
        .containsExactly("一心", "大嶼", "中環", "香港", "數碼");
  }

  @Test
  void pinyin_readsTheCharacters_inEitherScript() {
    // dà, shù, xiāng, yī, zhōng.
    assertThat(ordered(NameOrder.PINYIN, zh("數碼"), zh("香港"), zh("一心"), zh("中環"), zh("大嶼")))
        .containsExactly("大嶼", "數碼", "香港", "一心", "中環");
  }

  @Test
  void chineseOrders_putNamesWithoutChineseLast() {
    for (NameOrder order : List.of(NameOrder.STROKE, NameOrder.PINYIN)) {
      assertThat(ordered(order, en("Alpha"), zh("數碼"))).containsExactly("數碼", "Alpha");
    }
  }

  private static List<String> ordered(NameOrder order, LocalText... names) {
    return Arrays.stream(names)
        .sorted(Comparator.comparing(name -> order.key(named(name))))
        .map(name -> name.all().findFirst().orElseThrow())
        .toList();
  }

  private static LocalText en(String name) {
    return LocalText.of(name, null);
  }

  private static LocalText zh(String name) {
    return LocalText.of(null, name);
  }

  private static Organisation named(LocalText name) {
    Entry entry = Records.entry("any");
    var profile = entry.profile();
    return new Organisation(
        new UUID(1, 2),
        1,
        entry.with(
            new praya.domain.Profile(
                name,
                List.of(),
                profile.kind(),
                profile.summary(),
                profile.classification(),
                null,
                null)),
        false);
  }
}
