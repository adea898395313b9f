package praya.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SoundsTest {
  @Test
  void name_hasItsSoundsWholeFromLaterOnAndByInitials() {
    assertThat(Sounds.keys("商湯科技"))
        .contains(
            "wshangtangkeji", "wsoengtongfogei", "wseungtongfogei", "istkj", "istfg", "tkeji");
    assertThat(Sounds.keys("商湯")).contains("wshangtang", "wsoengtong", "wseungtong", "ist");
    assertThat(Sounds.keys("SenseTime")).isEmpty();
    assertThat(Sounds.keys("港")).isEmpty();
    assertThat(Sounds.keys("")).isEmpty();
  }

  @Test
  void character_withTwoReadings_isKnownByBoth() {
    assertThat(Sounds.keys("銀行")).contains("wyinhang", "wyinxing", "wnganhong");
    assertThat(Sounds.keys("長江")).contains("wchangjiang", "wzhangjiang", "wcoenggong");
    assertThat(Sounds.keys("长江")).contains("wchangjiang");
  }

  @Test
  void typed_withTonesOrUmlaut_isTheSameKey() {
    assertThat(Sounds.key("shang1tang1")).isEqualTo("shangtang");
    assertThat(Sounds.key(Folding.of("shāngtāng"))).isEqualTo("shangtang");
    assertThat(Sounds.key("lvse")).isEqualTo("luse");
    for (String none : List.of("", "s", "1", "4g", "商湯", "shang-tang", "x".repeat(100), "a🙂b")) {
      assertThat(Sounds.key(none)).as(none).isNull();
    }
  }

  @Test
  void key_isSpelledIfMadeOfSyllables() {
    assertThat(Sounds.isSpelled("shangtang")).isTrue();
    assertThat(Sounds.isSpelled("seungtong")).isTrue();
    assertThat(Sounds.isSpelled("shangt")).isFalse();
    assertThat(Sounds.isBegun("shangt")).isTrue();
    assertThat(Sounds.isBegun("blockchain")).isFalse();
  }

  @Test
  void found_isWhereTheTextSoundsSo() {
    Sounds.Heard heard = Objects.requireNonNull(Sounds.find("香港商湯科技", "shangtang"));
    assertThat(heard).isEqualTo(new Sounds.Heard(2, 4, "shang1 tang1"));
    assertThat(Sounds.find("商湯", "seungtong")).isEqualTo(new Sounds.Heard(0, 2, "seung1 tong1"));
    assertThat(Sounds.find("商湯", "st")).isEqualTo(new Sounds.Heard(0, 2, "shang1 tang1"));
    assertThat(Sounds.find("SenseTime", "st")).isNull();
    assertThat(Sounds.find("", "st")).isNull();
  }
}
