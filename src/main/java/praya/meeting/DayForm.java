package praya.meeting;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import praya.http.Query;
import praya.round.EventDay;

/**
 * A day of meetings as an address asks for it.
 *
 * @param day null where the begin is missing or wrong, which the query tells
 */
record DayForm(@Nullable EventDay day) {
  private static final ZoneId HERE = ZoneId.of("Asia/Hong_Kong");

  static DayForm of(Query query) {
    int minutes = query.integer("minutes", 20, 5, 240);
    int pause = query.integer("pause", 5, 0, 120);
    int rooms = query.integer("rooms", 0, 0, 500);
    String starts = query.text("starts", 25);
    try {
      return new DayForm(
          new EventDay(
              LocalDateTime.parse(starts).atZone(HERE), minutes, pause, names(rooms), Map.of()));
    } catch (DateTimeException wrong) {
      query.fault("starts", starts, "must be a day and a time such as 2026-12-01T09:00");
      return new DayForm(null);
    }
  }

  /** None means that there are enough. */
  private static List<String> names(int rooms) {
    return IntStream.rangeClosed(1, rooms).mapToObj(Integer::toString).toList();
  }
}
