package praya.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import praya.domain.FaultList;

/** Reads the rules of a round's file, and finds where they contradict each other. */
record RulesReader(Map<String, Participant> people, Set<String> sides, List<String> remarks) {
  private static final int MOST_DAYS = 36_500;

  Rules read(Fields top) {
    final Set<Pair> must = pairs(top.at("must"), true);
    final Set<Pair> locked = pairs(top.at("locked"), true);
    final Set<Pair> never = pairs(top.at("never"), false);
    List<Set<String>> conflicts = new ArrayList<>();
    top.at("conflicts").each(group -> conflicts.add(group(group)));
    LocalDate on = RoundReader.day(top.at("on"));
    Map<Pair, LocalDate> met = met(top);
    int again = (int) top.at("metDays").whole(Rules.DAYS, 0, MOST_DAYS);
    for (Pair pair : new TreeSet<>(must)) {
      contradiction(top.at("must"), pair, never, conflicts);
    }
    for (Pair pair : new TreeSet<>(locked)) {
      contradiction(top.at("locked"), pair, never, conflicts);
    }
    slots(top, must, locked);
    return new Rules(must, locked, never, conflicts, met, on, again);
  }

  private Set<Pair> pairs(Fields list, boolean mustBeKnown) {
    Set<Pair> pairs = new HashSet<>();
    Set<String> strangers = new TreeSet<>();
    list.each(fields -> {
      Pair pair = fields.pair();
      if (pair == null) {
        return;
      }
      strangers(pair, strangers);
      if (!mustBeKnown || RoundReader.known(fields, pair, people, sides)) {
        pairs.add(pair);
      }
    });
    if (!mustBeKnown) {
      remark(list.place(), strangers);
    }
    return pairs;
  }

  private void strangers(Pair pair, Set<String> strangers) {
    for (String id : List.of(pair.first(), pair.second())) {
      if (!people.containsKey(id)) {
        strangers.add(id);
      }
    }
  }

  private void remark(String place, Set<String> strangers) {
    if (!strangers.isEmpty()) {
      remarks.add(
          place
              + " ("
              + String.join(", ", strangers)
              + "): not in this round; harmless unless misspelt.");
    }
  }

  private Set<String> group(Fields fields) {
    Set<String> group = new TreeSet<>();
    fields.each(id -> {
      String text = id.text();
      if (text != null && !group.add(text)) {
        id.fault("This id is in the group twice.");
      }
    });
    Set<String> strangers = new TreeSet<>(group);
    strangers.removeAll(people.keySet());
    remark(fields.place(), strangers);
    return group;
  }

  private Map<Pair, LocalDate> met(Fields top) {
    Map<Pair, LocalDate> met = new HashMap<>();
    Set<String> strangers = new TreeSet<>();
    top.at("met")
        .each(fields -> {
          if (!fields.isObject(Set.of("from", "to", "on"))) {
            return;
          }
          Pair pair = fields.pair();
          List<Fields> days = new ArrayList<>();
          if (fields.at("on").node().isArray()) {
            fields.at("on").each(days::add);
          } else {
            days.add(fields.at("on"));
          }
          for (Fields day : days) {
            LocalDate date = day.date();
            if (pair != null && date != null) {
              met.merge(pair, date, (a, b) -> a.isAfter(b) ? a : b);
              strangers(pair, strangers);
            }
          }
        });
    remark(top.at("met").place(), strangers);
    if (!met.isEmpty() && !top.has("on")) {
      top.at("on")
          .fault(
              "Where pairs have met, the day of the round must be given, such as \"2026-11-23\".");
    }
    return met;
  }

  private static void contradiction(
      Fields list, Pair pair, Set<Pair> never, List<Set<String>> conflicts) {
    boolean conflict =
        conflicts.stream().anyMatch(g -> g.contains(pair.first()) && g.contains(pair.second()));
    if (never.contains(pair) || conflict) {
      list.faults()
          .add(
              list.place(),
              pair.toString(),
              "The pair is also "
                  + (conflict ? "in a conflict" : "in never")
                  + ". Take it out of one of the two.");
    }
  }

  private void slots(Fields top, Set<Pair> must, Set<Pair> locked) {
    Map<String, Integer> settled = new HashMap<>();
    Set<Pair> all = new HashSet<>(must);
    all.addAll(locked);
    for (Pair pair : all) {
      settled.merge(pair.first(), 1, Integer::sum);
      settled.merge(pair.second(), 1, Integer::sum);
    }
    FaultList faults = top.faults();
    for (String id : new TreeSet<>(settled.keySet())) {
      Participant participant = people.get(id);
      int count = settled.getOrDefault(id, 0);
      if (participant != null && count > participant.slots()) {
        faults.add(
            top.place() + "/must, /locked",
            id,
            "These settle "
                + count
                + " pairs for a participant with "
                + participant.slots()
                + " slots. Raise its slots or take pairs out.");
      }
    }
  }
}
