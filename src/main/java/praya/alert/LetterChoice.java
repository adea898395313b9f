package praya.alert;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How often somebody gets a letter with what is new. */
enum LetterChoice {
  OFF,
  DAILY,
  WEEKLY;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<LetterChoice> find(String code) {
    return Arrays.stream(values()).filter(choice -> choice.code().equals(code)).findFirst();
  }
}
