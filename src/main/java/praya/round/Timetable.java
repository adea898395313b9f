package praya.round;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The meetings of a day in the fewest slots. Between two sides, without absences, the fewest are
 * found: as many as the busiest participant has meetings, or as the rooms need. In one pool it is
 * that or one more. With absences the problem is hard; a search with repairs finds a plan, and the
 * bound says how far from the best it can be.
 */
public final class Timetable {
  /** Appointments thrown out for others before one more slot is taken, for each meeting. */
  private static final int PATIENCE = 200;

  /** Some seconds of a large day. */
  private static final int MOST_PATIENCE = 20_000;

  /** Orders tried in one pool before one more slot is taken. */
  private static final int TRIES = 8;

  private final Appointments meetings;
  private final EventDay day;
  private final int limit;

  private Timetable(Set<Pair> pairs, EventDay day) {
    meetings = Appointments.of(pairs);
    this.day = day;
    limit = day.rooms().isEmpty() ? Integer.MAX_VALUE : day.rooms().size();
  }

  /** A plan for these pairs, whoever chose them. */
  public static RoundResult.Plan plan(Set<Pair> pairs, EventDay day) {
    return new Timetable(pairs, day).run();
  }

  private RoundResult.Plan run() {
    Appointments.Parts parts = meetings.parts();
    int least = least(parts);
    if (meetings.size() == 0) {
      return new RoundResult.Plan(day, new TreeMap<>(), 0);
    }
    if (meetings.ids().stream().anyMatch(day.absences()::containsKey)) {
      return plan(withAbsences(least), least);
    }
    Colouring best = null;
    for (int attempt = 0; best == null && attempt < (parts.twoSided() ? 1 : TRIES); attempt++) {
      best = attempt(least, attempt);
    }
    if (best == null) {
      best =
          new Colouring(meetings, Math.max(least, meetings.busiest() + 1), null, Integer.MAX_VALUE);
      Vizing.fill(best);
    }
    best.balance();
    return plan(best, least);
  }

  private @Nullable Colouring attempt(int colours, int attempt) {
    Colouring colouring = new Colouring(meetings, colours, null, Integer.MAX_VALUE);
    int[] order =
        IntStream.range(0, meetings.size())
            .boxed()
            .sorted(
                Comparator.comparingLong(
                    e -> attempt == 0 ? 0 : Seeded.of(attempt, meetings.pairs().get(e).toString())))
            .mapToInt(Integer::intValue)
            .toArray();
    return fill(colouring, order) ? colouring : null;
  }

  private Colouring withAbsences(int least) {
    for (int colours = least; ; colours++) {
      boolean[][] barred = barred(colours);
      Colouring colouring = new Colouring(meetings, colours, barred, limit);
      int[] order =
          IntStream.range(0, meetings.size())
              .boxed()
              .sorted(Comparator.comparingInt(e -> choices(e, barred)))
              .mapToInt(Integer::intValue)
              .toArray();
      if (fill(colouring, order)) {
        return colouring;
      }
    }
  }

  private int choices(int e, boolean[][] barred) {
    int choices = 0;
    for (int c = 0; c < barred[0].length; c++) {
      choices += barred[meetings.from()[e]][c] || barred[meetings.to()[e]][c] ? 0 : 1;
    }
    return choices - meetings.degree()[meetings.from()[e]] - meetings.degree()[meetings.to()[e]];
  }

  /** Places all; what finds no place throws out what is in its way longest. */
  private boolean fill(Colouring colouring, int[] order) {
    ArrayDeque<Integer> open = new ArrayDeque<>();
    Arrays.stream(order).forEach(open::add);
    int[] since = new int[order.length];
    long patience = Math.min((long) PATIENCE * order.length, MOST_PATIENCE);
    for (int step = 1; !open.isEmpty(); step++) {
      int e = open.removeFirst();
      if (!colouring.place(e) && !force(colouring, e, since, open)) {
        return false;
      }
      since[e] = step;
      if (step - order.length > patience) {
        return false;
      }
    }
    return true;
  }

  private boolean force(Colouring colouring, int e, int[] since, ArrayDeque<Integer> open) {
    int u = meetings.from()[e];
    int v = meetings.to()[e];
    int best = -1;
    long least = Long.MAX_VALUE;
    List<Integer> out = List.of();
    for (int c = 0; c < colouring.colours; c++) {
      if (!colouring.allows(u, c) || !colouring.allows(v, c)) {
        continue;
      }
      List<Integer> inTheWay = inTheWay(colouring, e, c, since);
      long recent = inTheWay.stream().mapToLong(other -> since[other]).max().orElse(0);
      if (recent < least) {
        least = recent;
        best = c;
        out = inTheWay;
      }
    }
    if (best < 0) {
      return false;
    }
    out.forEach(other -> {
      colouring.clear(other);
      open.addLast(other);
    });
    colouring.set(e, best);
    return true;
  }

  private List<Integer> inTheWay(Colouring colouring, int e, int c, int[] since) {
    List<Integer> found = new ArrayList<>();
    for (int vertex : new int[] {meetings.from()[e], meetings.to()[e]}) {
      if (colouring.at[vertex][c] >= 0) {
        found.add(colouring.at[vertex][c]);
      }
    }
    if (found.isEmpty() && colouring.count[c] >= limit) {
      int oldest = -1;
      for (int other = 0; other < since.length; other++) {
        if (colouring.colour[other] == c && (oldest < 0 || since[other] < since[oldest])) {
          oldest = other;
        }
      }
      found.add(oldest);
    }
    return found;
  }

  private boolean[][] barred(int colours) {
    boolean[][] barred = new boolean[meetings.people()][colours];
    for (int i = 0; i < barred.length; i++) {
      for (int slot : day.absences().getOrDefault(meetings.ids().get(i), Set.of())) {
        if (slot <= colours) {
          barred[i][slot - 1] = true;
        }
      }
    }
    return barred;
  }

  /** Slots that no plan can do without. */
  private int least(Appointments.Parts parts) {
    int least = meetings.busiest();
    if (limit != Integer.MAX_VALUE) {
      least = Math.max(least, Math.ceilDiv(meetings.size(), limit));
    }
    int[] people = new int[parts.count()];
    int[] edges = new int[parts.count()];
    Arrays.stream(parts.part()).forEach(part -> people[part]++);
    Arrays.stream(meetings.from()).forEach(i -> edges[parts.part()[i]]++);
    for (int part = 0; part < people.length; part++) {
      least = Math.max(least, Math.ceilDiv(edges[part], people[part] / 2));
    }
    for (int i = 0; i < meetings.people(); i++) {
      least = Math.max(least, present(Set.of(meetings.ids().get(i)), meetings.degree()[i]));
    }
    for (Pair pair : meetings.pairs()) {
      least = Math.max(least, present(Set.of(pair.first(), pair.second()), 1));
    }
    return least;
  }

  /** The slot until which some are there together so many times. */
  private int present(Set<String> ids, int times) {
    int slot = 0;
    for (int seen = 0; seen < times; ) {
      slot++;
      int now = slot;
      boolean away =
          ids.stream().anyMatch(id -> day.absences().getOrDefault(id, Set.of()).contains(now));
      seen += away ? 0 : 1;
    }
    return slot;
  }

  private RoundResult.Plan plan(Colouring colouring, int least) {
    TreeMap<Integer, List<RoundResult.Seat>> slots = new TreeMap<>();
    for (int e = 0; e < meetings.size(); e++) {
      List<RoundResult.Seat> seats =
          slots.computeIfAbsent(colouring.colour[e] + 1, slot -> new ArrayList<>());
      String room = day.rooms().isEmpty() ? null : day.rooms().get(seats.size());
      seats.add(new RoundResult.Seat(meetings.pairs().get(e), room));
    }
    return new RoundResult.Plan(day, slots, least);
  }
}
