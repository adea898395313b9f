package praya.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.domain.FaultList;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.round.Pair;
import praya.scoring.VisibleSheet;

/** A round as staff write it down, read against the directory. */
final class RoundForm {
  /** The fields, in the order of the page. */
  static final List<String> FIELDS =
      List.of(
          "name",
          "who",
          "organisations",
          "sector",
          "slots",
          "floor",
          "mostOpen",
          "seed",
          "exceptions",
          "must",
          "never");

  /** As many as a day of meetings can hold. */
  private static final int MOST_SLOTS = 50;

  private static final Pattern BETWEEN = Pattern.compile("[,;，、\\s]+");

  private final Map<String, String> values;
  private final Map<String, Sheet> directory = new HashMap<>();
  private final LocalDate today;
  private final FaultList faults = new FaultList();

  private RoundForm(Map<String, String> values, Collection<Sheet> sheets, LocalDate today) {
    this.values = values;
    this.today = today;
    sheets.forEach(sheet -> directory.put(sheet.organisation().slug(), sheet));
  }

  /** What was written down. */
  record Written(Round.Setting setting, List<Guest> guests, Review.Laid rules) {}

  /**
   * Reads the fields.
   *
   * @throws praya.domain.Problem.InvalidInput with everything that is wrong with them
   */
  static Written read(Map<String, String> values, Collection<Sheet> sheets, LocalDate today) {
    return new RoundForm(values, sheets, today).read();
  }

  private Written read() {
    String name = value("name");
    if (name.isEmpty() || name.length() > 120) {
      faults.add("name", name, "The field name must have 1 to 120 characters.");
    }
    int slots = number("slots", 1, MOST_SLOTS);
    int floor = number("floor", 0, MOST_SLOTS);
    if (floor > slots) {
      faults.add(
          "floor",
          value("floor"),
          "The field floor (%d) must not be above the slots (%d).".formatted(floor, slots));
    }
    var setting =
        new Round.Setting(
            name, number("seed", 0, Integer.MAX_VALUE), slots, floor, number("mostOpen", 1, 500));
    Map<String, Integer> guests = new LinkedHashMap<>();
    who().forEach(slug -> guests.put(slug, slots));
    exceptions(guests);
    Set<Pair> must = pairs("must", guests);
    Set<Pair> never = pairs("never", guests);
    contradictions(must, never, guests);
    faults.requireNone();
    return new Written(
        setting,
        guests.entrySet().stream()
            .map(guest -> new Guest(id(guest.getKey()), guest.getValue(), null))
            .sorted(java.util.Comparator.comparing(Guest::key))
            .toList(),
        new Review.Laid(must, never));
  }

  private String value(String field) {
    return values.getOrDefault(field, "");
  }

  private UUID id(String slug) {
    return java.util.Objects.requireNonNull(directory.get(slug)).id();
  }

  private int number(String field, int least, int most) {
    String text = value(field);
    if (text.matches("[0-9]{1,9}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    faults.add(
        field,
        text,
        "The field %s (%s) must be a whole number from %d to %d."
            .formatted(field, text, least, most));
    return least;
  }

  private Set<String> who() {
    Set<String> slugs =
        switch (value("who")) {
          case "needs" ->
              chosen(sheet -> !VisibleSheet.of(sheet, Viewer.STAFF, today).needs().isEmpty());
          case "sector" ->
              chosen(sheet ->
                  sheet
                      .organisation()
                      .profile()
                      .classification()
                      .sectors()
                      .contains(value("sector")));
          default -> new TreeSet<>(known("organisations", value("organisations")));
        };
    if (slugs.size() < 2 || slugs.size() > RoundScores.MOST_GUESTS) {
      faults.add(
          "organisations",
          Integer.toString(slugs.size()),
          "A round needs 2 to %d organisations; (%d) are chosen. Choose others."
              .formatted(RoundScores.MOST_GUESTS, slugs.size()));
    }
    return slugs;
  }

  private Set<String> chosen(java.util.function.Predicate<Sheet> wanted) {
    return directory.values().stream()
        .filter(wanted)
        .map(sheet -> sheet.organisation().slug())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> known(String field, String text) {
    List<String> slugs = new ArrayList<>();
    for (String slug : words(text)) {
      if (directory.containsKey(slug)) {
        slugs.add(slug);
      } else {
        faults.add(
            field,
            slug,
            "The field %s (%s) names no organisation. Give the last part of its address."
                .formatted(field, slug));
      }
    }
    return slugs;
  }

  private void exceptions(Map<String, Integer> guests) {
    for (String line : lines("exceptions")) {
      List<String> words = words(line);
      @Nullable Integer before = words.isEmpty() ? null : guests.get(words.getFirst());
      if (words.size() != 2
          || before == null
          || !words.get(1).matches("[0-9]{1,2}")
          || Integer.parseInt(words.get(1)) > MOST_SLOTS) {
        faults.add(
            "exceptions",
            line,
            "The line (%s) of the field exceptions must be an organisation that takes part and a"
                    .formatted(line)
                + " number from 0 to %d, such as: red-kite 5".formatted(MOST_SLOTS));
      } else {
        guests.put(words.getFirst(), Integer.parseInt(words.get(1)));
      }
    }
  }

  /** Of a line that names more than two, each with each. */
  private Set<Pair> pairs(String field, Map<String, Integer> guests) {
    Set<Pair> pairs = new TreeSet<>();
    for (String line : lines(field)) {
      List<String> words = words(line);
      if (words.size() < 2
          || !guests.keySet().containsAll(words)
          || words.stream().distinct().count() < words.size()) {
        faults.add(
            field,
            line,
            "The line (%s) of the field %s must name two or more organisations that take part."
                .formatted(line, field));
        continue;
      }
      for (int i = 0; i < words.size(); i++) {
        for (int j = i + 1; j < words.size(); j++) {
          pairs.add(RoundStore.pair(id(words.get(i)), id(words.get(j))));
        }
      }
    }
    return pairs;
  }

  private void contradictions(Set<Pair> must, Set<Pair> never, Map<String, Integer> guests) {
    Map<String, Sheet> byId = new HashMap<>();
    guests.keySet().stream()
        .map(directory::get)
        .filter(java.util.Objects::nonNull)
        .forEach(sheet -> byId.put(sheet.id().toString(), sheet));
    for (Pair pair : must) {
      Sheet one = byId.get(pair.first());
      Sheet other = byId.get(pair.second());
      if (one == null || other == null) {
        continue;
      }
      String names = one.organisation().slug() + ", " + other.organisation().slug();
      if (never.contains(pair)) {
        faults.add("must", names, "The pair (%s) cannot be a must and a never.".formatted(names));
      }
      if (one.organisation().fictional() != other.organisation().fictional()) {
        faults.add(
            "must",
            names,
            "One of (%s) is fictional. Real and fictional never mix.".formatted(names));
      }
    }
    Solver.loads(must)
        .forEach((id, load) -> {
          Sheet sheet = byId.get(id);
          String slug = sheet == null ? "" : sheet.organisation().slug();
          if (load > guests.getOrDefault(slug, MOST_SLOTS)) {
            faults.add(
                "must",
                slug,
                "The organisation (%s) must meet (%d) others, which is more than its slots."
                    .formatted(slug, load));
          }
        });
  }

  private List<String> lines(String field) {
    return value(field).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> words(String text) {
    return BETWEEN.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }
}
