package praya.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AcceptTest {
  private static final String JSON = "application/json";

  @Test
  void type_inTheHeader_isTaken() {
    assertThat(Accept.takes("application/json", JSON)).isTrue();
    assertThat(Accept.takes("text/html, Application/JSON;q=0.1", JSON)).isTrue();
    assertThat(Accept.takes("application/*", JSON)).isTrue();
    assertThat(Accept.takes("text/html,*/*;q=0.8", JSON)).isTrue();
  }

  @Test
  void type_notInTheHeader_isNotTaken() {
    assertThat(Accept.takes("text/html", JSON)).isFalse();
    assertThat(Accept.takes("image/*", JSON)).isFalse();
    assertThat(Accept.takes("application/json-seq", JSON)).isFalse();
    assertThat(Accept.takes("", JSON)).isFalse();
  }

  @Test
  void type_withWeightZero_isNotTakenWhateverElseIs() {
    assertThat(Accept.takes("*/*, application/json;q=0", JSON)).isFalse();
    assertThat(Accept.takes("application/json;q=0.000, */*", JSON)).isFalse();
    assertThat(Accept.takes("application/*;q=0, application/json;q=0.001", JSON)).isTrue();
  }
}
