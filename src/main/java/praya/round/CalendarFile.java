package praya.round;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Appointments as calendars in the format of RFC 5545, one for each participant. */
public final class CalendarFile {
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  /** Octets of a line, without its end. */
  private static final int LINE = 75;

  private CalendarFile() {}

  /** A slot of the day, and the round that it belongs to. */
  private record Occasion(EventDay day, Instant starts, String snapshot) {}

  /** Participant -> its calendar. */
  public static SortedMap<String, String> of(RoundResult.Plan plan, String snapshot) {
    TreeMap<String, List<String>> events = new TreeMap<>();
    plan.slots()
        .forEach((slot, seats) -> {
          Occasion occasion = new Occasion(plan.day(), starts(plan.day(), slot), snapshot);
          for (RoundResult.Seat seat : seats) {
            Pair pair = seat.pair();
            add(events, pair.first(), event(seat, pair.second(), occasion));
            add(events, pair.second(), event(seat, pair.first(), occasion));
          }
        });
    TreeMap<String, String> calendars = new TreeMap<>();
    events.forEach((id, lines) -> calendars.put(id, calendar(lines)));
    return calendars;
  }

  /** The calendar of whoever runs the day: each meeting once, with both names. */
  public static String whole(RoundResult.Plan plan, String snapshot) {
    List<String> lines = new ArrayList<>();
    plan.slots()
        .forEach((slot, seats) -> {
          Occasion occasion = new Occasion(plan.day(), starts(plan.day(), slot), snapshot);
          seats.forEach(seat -> lines.addAll(event(seat, seat.pair().toString(), occasion)));
        });
    return calendar(lines);
  }

  private static String calendar(List<String> lines) {
    StringBuilder text = new StringBuilder();
    List<String> all =
        new ArrayList<>(List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Praya//Round//EN"));
    all.addAll(lines);
    all.add("END:VCALENDAR");
    all.forEach(line -> fold(line, text));
    return text.toString();
  }

  /** When a slot begins. */
  public static Instant starts(EventDay day, int slot) {
    return day.starts().toInstant().plusSeconds(60L * (slot - 1) * (day.minutes() + day.pause()));
  }

  private static void add(SortedMap<String, List<String>> events, String id, List<String> lines) {
    events.computeIfAbsent(id, key -> new ArrayList<>()).addAll(lines);
  }

  /** A file that is written again is the same, so the stamp is the begin of the day. */
  private static List<String> event(RoundResult.Seat seat, String other, Occasion occasion) {
    EventDay day = occasion.day();
    List<String> lines = new ArrayList<>();
    lines.add("BEGIN:VEVENT");
    lines.add("UID:" + uid(seat.pair(), occasion.snapshot()));
    lines.add("DTSTAMP:" + UTC.format(day.starts().toInstant()));
    lines.add("DTSTART:" + UTC.format(occasion.starts()));
    lines.add("DTEND:" + UTC.format(occasion.starts().plusSeconds(60L * day.minutes())));
    lines.add("SUMMARY:" + escape(other));
    String room = seat.room();
    if (room != null) {
      lines.add("LOCATION:" + escape(room));
    }
    lines.add("END:VEVENT");
    return lines;
  }

  private static String uid(Pair pair, String snapshot) {
    long hash = Seeded.of(0, pair.first(), pair.second(), snapshot);
    return Long.toHexString(hash)
        + "-"
        + snapshot.substring(0, Math.min(16, snapshot.length()))
        + "@praya";
  }

  private static String escape(@Nullable String text) {
    return String.valueOf(text)
        .replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replace("\r", "")
        .replace("\n", "\\n");
  }

  /** Long lines go on in the next one after a space, never within a character. */
  private static void fold(String line, StringBuilder text) {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      int character = line.codePointAt(i);
      int size = Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > LINE) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(character);
      octets += size;
      i += Character.charCount(character);
    }
    text.append("\r\n");
  }
}
