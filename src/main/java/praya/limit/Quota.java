package praya.limit;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many within a time. What is used comes back evenly over that time. */
public record Quota(long count, Duration period) {
  private static final Pattern TEXT = Pattern.compile("([1-9][0-9]{0,8})/([1-9][0-9]{0,4})([smh])");

  /** A text such as {@code 600/1m}. */
  public static Optional<Quota> parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(matcher.group(2));
    Duration period =
        switch (matcher.group(3)) {
          case "s" -> Duration.ofSeconds(number);
          case "m" -> Duration.ofMinutes(number);
          default -> Duration.ofHours(number);
        };
    return Optional.of(new Quota(Long.parseLong(matcher.group(1)), period));
  }

  Quota times(long factor) {
    return new Quota(count * factor, period);
  }
}
