package praya.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TimetableTest {
  private static final ZonedDateTime STARTS = ZonedDateTime.parse("2026-12-01T09:00:00+08:00");

  @Test
  void twoSides_needAsManySlotsAsTheBusiestOrTheRooms() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      Set<Pair> pairs = pairs(random, 2 + random.nextInt(20), true);
      EventDay day = day(random.nextBoolean() ? 0 : 1 + random.nextInt(6), Map.of());
      RoundResult.Plan plan = Timetable.plan(pairs, day);
      check(plan, pairs);
      assertThat(plan.used()).isEqualTo(plan.least());
    }
  }

  @Test
  void onePool_needsOneMoreAtMost() {
    Random random = new Random(2);
    int extra = 0;
    for (int i = 0; i < 300; i++) {
      Set<Pair> pairs = pairs(random, 2 + random.nextInt(20), false);
      RoundResult.Plan plan = Timetable.plan(pairs, day(0, Map.of()));
      check(plan, pairs);
      assertThat(plan.used()).isLessThanOrEqualTo(Appointments.of(pairs).busiest() + 1);
      extra += plan.used() - plan.least();
    }
    assertThat(extra).isLessThan(10);
  }

  @Test
  void vizing_colours_anyGraph() {
    Random random = new Random(3);
    for (int i = 0; i < 300; i++) {
      Appointments meetings = Appointments.of(pairs(random, 2 + random.nextInt(25), false));
      Colouring colouring =
          new Colouring(meetings, meetings.busiest() + 1, null, Integer.MAX_VALUE);
      Vizing.fill(colouring);
      for (int e = 0; e < meetings.size(); e++) {
        int c = colouring.colour[e];
        assertThat(colouring.at[meetings.from()[e]][c]).isEqualTo(e);
        assertThat(colouring.at[meetings.to()[e]][c]).isEqualTo(e);
      }
    }
  }

  @Test
  void absences_areRespected() {
    Random random = new Random(4);
    int extra = 0;
    for (int i = 0; i < 200; i++) {
      Set<Pair> pairs = pairs(random, 4 + random.nextInt(12), i % 2 == 0);
      Map<String, Set<Integer>> absences = new HashMap<>();
      for (int k = 0; k < 5; k++) {
        absences
            .computeIfAbsent("p" + random.nextInt(10), id -> new HashSet<>())
            .add(1 + random.nextInt(6));
      }
      RoundResult.Plan plan = Timetable.plan(pairs, day(3, absences));
      check(plan, pairs);
      extra += plan.used() - plan.least();
    }
    assertThat(extra).isLessThan(60);
  }

  @Test
  void calendar_hasAnEventForEachMeetingInLinesThatFit() {
    String name = "b" + "Fähre, Dampf; und 港口".repeat(6);
    RoundResult.Plan plan = Timetable.plan(Set.of(new Pair("a", name)), day(1, Map.of()));
    Map<String, String> files = CalendarFile.of(plan, "0123456789abcdef0123");
    assertThat(files.keySet()).containsExactly("a", name);
    String file = files.get("a");
    assertThat(file)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .endsWith("END:VCALENDAR\r\n")
        .contains("DTSTART:20261201T010000Z\r\nDTEND:20261201T012000Z\r\n")
        .contains("LOCATION:room 1\r\n");
    assertThat(file.replace("\r\n ", ""))
        .contains("SUMMARY:" + name.replace(",", "\\,").replace(";", "\\;") + "\r\n");
    assertThat(file.split("\r\n"))
        .allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75);
  }

  private static void check(RoundResult.Plan plan, Set<Pair> pairs) {
    Set<Pair> seen = new TreeSet<>();
    plan.slots()
        .forEach((slot, seats) -> {
          Set<String> people = new HashSet<>();
          Set<String> rooms = new HashSet<>();
          for (RoundResult.Seat seat : seats) {
            assertThat(seen.add(seat.pair())).isTrue();
            for (String id : List.of(seat.pair().first(), seat.pair().second())) {
              assertThat(people.add(id)).isTrue();
              assertThat(plan.day().absences().getOrDefault(id, Set.of())).doesNotContain(slot);
            }
            assertThat(plan.day().rooms().isEmpty() || rooms.add(String.valueOf(seat.room())))
                .isTrue();
          }
        });
    assertThat(seen).isEqualTo(new TreeSet<>(pairs));
  }

  private static EventDay day(int rooms, Map<String, Set<Integer>> absences) {
    List<String> names =
        java.util.stream.IntStream.rangeClosed(1, rooms).mapToObj(i -> "room " + i).toList();
    return new EventDay(STARTS, 20, 5, names, absences);
  }

  private static Set<Pair> pairs(Random random, int people, boolean twoSided) {
    Set<Pair> pairs = new TreeSet<>();
    double density = random.nextDouble();
    for (int i = 0; i < people; i++) {
      for (int j = i + 1; j < people; j++) {
        if (random.nextDouble() < density && (!twoSided || (j - i) % 2 == 1)) {
          pairs.add(new Pair("p" + i, "p" + j));
        }
      }
    }
    return pairs;
  }
}
