package praya.site;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import praya.http.Frame;
import praya.http.Phrase;
import praya.http.Source;

/**
 * What the service is, the ecosystem in public figures, and where the data come from.
 *
 * @param figures the same figure of several days stands together, latest first
 */
public record AboutPage(List<Figure> figures, Holdings holdings) {
  public AboutPage {
    figures = List.copyOf(figures);
  }

  /** A public figure over time. */
  public record Figure(Phrase label, List<Reading> readings) {
    public Figure {
      readings = List.copyOf(readings);
    }
  }

  /**
   * What a source said on a day.
   *
   * @param value with its unit and qualifier in the page's language, e.g. "over 330 companies"
   */
  public record Reading(String value, LocalDate asOf, Source source) {

    /**
     * A figure in words.
     *
     * @param unit such as {@code companies} or {@code percent}; unknown ones stand as they are
     * @param qualifier such as {@code over} or {@code about}; likewise
     */
    public static String words(Frame frame, double value, String unit, String qualifier) {
      String number = frame.number(value);
      String unitKey = "unit." + code(unit);
      String amount = frame.texts().has(unitKey) ? frame.say(unitKey, number) : number + " " + unit;
      String qualifierKey = "qualifier." + code(qualifier);
      return frame.texts().has(qualifierKey) ? frame.say(qualifierKey, amount) : amount;
    }

    private static String code(String words) {
      return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /** How many records the directory has of each kind. */
  public record Holdings(long real, long fictional, List<Count> records) {
    public Holdings {
      records = List.copyOf(records);
    }
  }

  /** A kind of record in words, with how many are real and how many fictional. */
  public record Count(String label, String real, String fictional) {}
}
