package praya.round;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import praya.domain.FaultList;
import praya.domain.Problem;
import praya.json.Json;

/**
 * Reads a round from a JSON file, and tells all that is wrong with it at once. The help of {@code
 * praya round} describes the format.
 */
public final class RoundReader {
  private static final Set<String> TOP =
      Set.of(
          "on",
          "weights",
          "seed",
          "slots",
          "participants",
          "pairs",
          "must",
          "never",
          "conflicts",
          "met",
          "metDays",
          "locked",
          "previous",
          "proposers",
          "caps",
          "event");
  private static final int MOST_SLOTS = 1_000_000;

  private final FaultList faults = new FaultList();
  private final List<String> remarks = new ArrayList<>();
  private final Map<String, Participant> people = new HashMap<>();
  private final Set<String> sides = new TreeSet<>();

  private RoundReader() {}

  /**
   * What was read.
   *
   * @param remarks what is allowed and yet may be a mistake
   */
  public record Read(RoundRequest request, List<String> remarks) {}

  /**
   * @throws Problem.InvalidInput with every fault of the file
   */
  public static Read read(Path file) {
    RoundReader reader = new RoundReader();
    String name = String.valueOf(file.getFileName());
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      reader.faults.add(
          "file", file.toString(), "The file cannot be read. Maybe the name is misspelt.");
    }
    reader.faults.requireNone();
    try {
      return reader.read(Files.readAllBytes(file), name);
    } catch (IOException failure) {
      throw new UncheckedIOException("The file (" + file + ") cannot be read.", failure);
    }
  }

  /**
   * @param name what to call the text in a fault
   * @throws Problem.InvalidInput with every fault of the text
   */
  public static Read read(String json, String name) {
    return new RoundReader().read(json.getBytes(java.nio.charset.StandardCharsets.UTF_8), name);
  }

  private Read read(byte[] json, String name) {
    Fields top;
    try {
      top = new Fields(Json.parseObject(json, name), name + " ", faults);
    } catch (Problem.Malformed malformed) {
      throw new Problem.InvalidInput(malformed.faults());
    }
    top.isObject(TOP);
    participants(top);
    List<Candidate> candidates = candidates(top.at("pairs"));
    Rules rules = new RulesReader(people, sides, remarks).read(top);
    Fields previous = top.at("previous");
    RoundRequest.Previous past = previous.isGiven() ? previous(previous) : null;
    RoundRequest.Settings settings = settings(top);
    EventDay day = top.has("event") ? new DayReader(people.keySet()).read(top.at("event")) : null;
    faults.requireNone();
    return new Read(
        new RoundRequest(List.copyOf(people.values()), candidates, rules, past, settings, day),
        List.copyOf(remarks));
  }

  private void participants(Fields top) {
    Fields list = top.at("participants");
    if (!list.isGiven()) {
      list.fault(
          "A round needs participants: a list of objects with id, slots, and maybe floor, side,"
              + " eligible.");
    }
    int usual = (int) top.at("slots").whole(1, 0, MOST_SLOTS);
    int[] withSide = new int[2];
    list.each(fields -> {
      if (!fields.isObject(Set.of("id", "slots", "floor", "side", "eligible"))) {
        return;
      }
      String id = fields.at("id").text();
      String side = fields.at("side").optionalText();
      int slots = (int) fields.at("slots").whole(usual, 0, MOST_SLOTS);
      boolean eligible = fields.at("eligible").flag(true);
      int floor = (int) fields.at("floor").whole(eligible ? Math.min(1, slots) : 0, 0, MOST_SLOTS);
      if (floor > slots) {
        fields
            .at("floor")
            .fault("The floor is above the slots (" + slots + "). Raise slots or lower the floor.");
      }
      withSide[side == null ? 0 : 1]++;
      if (side != null) {
        sides.add(side);
      }
      if (id != null
          && people.put(id, new Participant(id, side, slots, Math.min(floor, slots))) != null) {
        fields.at("id").fault("This id is given twice. Ids must be unique.");
      }
    });
    if (withSide[0] > 0 && withSide[1] > 0) {
      list.faults()
          .add(
              list.place(),
              Integer.toString(withSide[0]),
              "Some participants have a side and these many have none. Give all a side, or none.");
    }
    if (withSide[0] == 0 && !sides.isEmpty() && sides.size() != 2) {
      list.faults()
          .add(
              list.place(),
              String.join(", ", sides),
              "A round has two sides or none, and here are " + sides.size() + ".");
    }
  }

  private List<Candidate> candidates(Fields list) {
    List<Candidate> candidates = new ArrayList<>();
    Map<Pair, String> seen = new HashMap<>();
    if (!list.isGiven()) {
      list.fault(
          "A round needs pairs: a list of objects with from, to, and score or forth and back.");
    }
    list.each(fields -> {
      if (!fields.isObject(Set.of("from", "to", "score", "forth", "back"))) {
        return;
      }
      Pair pair = fields.pair();
      long[] scores = scores(fields);
      if (pair == null || !known(fields, pair, people, sides) || scores.length == 0) {
        return;
      }
      String before = seen.putIfAbsent(pair, fields.place());
      if (before != null) {
        fields.fault(
            "This pair is given twice, before at ("
                + before
                + "); the order of the two does not matter. Use forth and back for two scores.");
        return;
      }
      String from = fields.at("from").node().stringValue();
      String to = fields.at("to").node().stringValue();
      candidates.add(
          scores.length == 1
              ? Candidate.of(from, to, scores[0])
              : Candidate.of(from, to, scores[0], scores[1]));
    });
    return candidates;
  }

  /** One score, two of them, or none after a fault. */
  private static long[] scores(Fields fields) {
    boolean one = fields.has("score");
    boolean two = fields.has("forth") && fields.has("back");
    if (one == two || (one && (fields.has("forth") || fields.has("back")))) {
      fields.fault("A pair has either score, or both forth and back.");
      return new long[0];
    }
    long[] scores =
        one
            ? new long[] {fields.at("score").score()}
            : new long[] {fields.at("forth").score(), fields.at("back").score()};
    return scores[0] < 0 || scores[scores.length - 1] < 0 ? new long[0] : scores;
  }

  /** Whether both take part, and may meet by their sides. */
  static boolean known(
      Fields fields, Pair pair, Map<String, Participant> people, Set<String> sides) {
    for (String id : List.of(pair.first(), pair.second())) {
      if (!people.containsKey(id)) {
        fields
            .faults()
            .add(fields.place(), id, "No participant has this id. Maybe it is misspelt.");
        return false;
      }
    }
    String side = side(people.get(pair.first()));
    if (sides.size() == 2 && side.equals(side(people.get(pair.second())))) {
      fields.fault("Both are of the side (" + side + "), and pairs join the two sides.");
      return false;
    }
    return true;
  }

  private static String side(@Nullable Participant participant) {
    return participant == null || participant.side() == null ? "" : participant.side();
  }

  private RoundRequest.@Nullable Previous previous(Fields fields) {
    if (!fields.isObject(Set.of("pairs", "changeCost"))) {
      return null;
    }
    Set<Pair> pairs = new HashSet<>();
    fields
        .at("pairs")
        .each(one -> {
          Pair pair = one.pair();
          if (pair != null) {
            pairs.add(pair);
          }
        });
    long change = fields.has("changeCost") ? fields.at("changeCost").score() : 1;
    return new RoundRequest.Previous(pairs, change);
  }

  private RoundRequest.Settings settings(Fields top) {
    String weights = top.at("weights").optionalText();
    String proposers = top.at("proposers").optionalText();
    if (proposers != null && !sides.contains(proposers)) {
      top.at("proposers")
          .fault("There is no such side. Sides are: " + String.join(", ", sides) + ".");
    }
    Set<Integer> caps = new TreeSet<>();
    top.at("caps").each(cap -> caps.add((int) cap.whole(1, 1, MOST_SLOTS)));
    return new RoundRequest.Settings(
        weights == null ? "" : weights,
        top.at("seed").whole(0, Long.MIN_VALUE, Long.MAX_VALUE),
        proposers,
        List.copyOf(caps));
  }

  /** A day of the rules, or null after a fault. */
  static @Nullable LocalDate day(Fields fields) {
    return fields.isGiven() ? fields.date() : null;
  }
}
