package praya.round;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the day on which pairs meet. */
record DayReader(Set<String> people) {
  private static final int MOST_MINUTES = 1_440;
  private static final int MOST_SLOTS = 1_000;

  @Nullable EventDay read(Fields event) {
    if (!event.isObject(Set.of("starts", "minutes", "pause", "rooms", "absences"))) {
      return null;
    }
    ZonedDateTime starts = event.at("starts").instant();
    int minutes = (int) event.at("minutes").whole(20, 1, MOST_MINUTES);
    int pause = (int) event.at("pause").whole(0, 0, MOST_MINUTES);
    List<String> rooms = rooms(event.at("rooms"));
    Map<String, Set<Integer>> absences = new HashMap<>();
    Fields absent = event.at("absences");
    if (absent.isGiven()
        && absent.isObject(
            absent.node().isObject() ? Set.copyOf(absent.node().propertyNames()) : Set.of())) {
      for (String id : absent.node().propertyNames()) {
        if (!people.contains(id)) {
          absent
              .faults()
              .add(absent.place(), id, "No participant has this id. Maybe it is misspelt.");
        }
        Set<Integer> slots = new HashSet<>();
        absent.at(id).each(slot -> slots.add((int) slot.whole(1, 1, MOST_SLOTS)));
        absences.put(id, slots);
      }
    }
    return starts == null ? null : new EventDay(starts, minutes, pause, rooms, absences);
  }

  /** Names, or how many there are. */
  private static List<String> rooms(Fields fields) {
    List<String> rooms = new ArrayList<>();
    if (fields.node().isNumber()) {
      long count = fields.whole(1, 1, MOST_SLOTS);
      for (int i = 1; i <= count; i++) {
        rooms.add(Integer.toString(i));
      }
      return rooms;
    }
    fields.each(room -> {
      String name = room.text();
      if (name != null && rooms.contains(name)) {
        room.fault("This room is given twice.");
      }
      rooms.add(name == null ? "" : name);
    });
    return rooms;
  }
}
