package praya.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Match;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Profile;
import praya.domain.Reason;
import praya.domain.Relation;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.graph.EcosystemGraph;

/**
 * A small world written as text, one fact per line, and the engine's answer as text.
 *
 * <pre>
 * org    bank  layers industry-application sectors fintech capabilities ocr
 * need   bank  capability rag ocr in fintech 2026-11-01
 * offer  lab   capability rag in fintech 2026-01-01 match-only
 * tie    bank  club
 * </pre>
 *
 * An {@code org} line may say {@code holder}, {@code real} or {@code confirmed 2026-11-01}. The
 * organisations are fictional, the day is 22 November 2026, needs and offers count from 1.
 */
final class Scenario {
  static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final SeedFiles SEED = SeedFiles.load();
  private static final List<String> LISTS = List.of("layers", "sectors", "capabilities");

  private final Map<String, Organisation> organisations = new LinkedHashMap<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Relation> relations = new ArrayList<>();

  static Scenario of(String text) {
    Scenario scenario = new Scenario();
    text.lines().map(String::trim).filter(line -> !line.isEmpty()).forEach(scenario::read);
    return scenario;
  }

  private void read(String line) {
    List<String> words = Arrays.asList(line.split("\\s+"));
    String name = words.get(1);
    List<String> rest = words.subList(2, words.size());
    switch (words.getFirst()) {
      case "org" -> organisations.put(name, organisation(name, rest));
      case "need" -> exchanges.add(exchange(Side.NEED, name, rest));
      case "offer" -> exchanges.add(exchange(Side.OFFER, name, rest));
      case "tie" -> relations.add(relation(name, rest.getFirst()));
      default -> throw new IllegalArgumentException("The line (" + line + ") cannot be read.");
    }
  }

  private static Organisation organisation(String name, List<String> words) {
    Map<String, List<String>> lists = new HashMap<>();
    String list = "";
    for (String word : words) {
      if (LISTS.contains(word) || word.equals("confirmed")) {
        list = word;
      } else {
        lists.computeIfAbsent(list, k -> new ArrayList<>()).add(word);
      }
    }
    var classification =
        new Classification(
            lists.getOrDefault("layers", List.of()),
            lists.getOrDefault("sectors", List.of()),
            lists.getOrDefault("capabilities", List.of()));
    var profile =
        new Profile(
            LocalText.of(name, null),
            List.of(),
            "startup",
            LocalText.NONE,
            classification,
            null,
            null);
    Instant confirmed =
        lists.containsKey("confirmed")
            ? Instant.parse(lists.get("confirmed").getFirst() + "T12:00:00Z")
            : null;
    var origin = new Origin(!words.contains("real"), List.of("a test"), confirmed);
    return new Organisation(
        SeedFiles.id(name),
        1,
        new Entry(name, profile, Campus.UNKNOWN, null, origin),
        words.contains("holder"));
  }

  private Exchange exchange(Side side, String name, List<String> words) {
    long number = exchanges.stream().filter(e -> e.side() == side).count() + 1;
    String id = (side == Side.NEED ? "need-" : "offer-") + number;
    List<String> capabilities = new ArrayList<>();
    List<String> sectors = new ArrayList<>();
    List<String> target = capabilities;
    LocalDate from = DAY;
    Visibility visibility = Visibility.PUBLIC;
    for (String word : words.subList(1, words.size())) {
      if (word.equals("in")) {
        target = sectors;
      } else if (word.startsWith("20")) {
        from = LocalDate.parse(word);
      } else if (word.equals("match-only") || word.equals("anonymous")) {
        visibility = Visibility.of(word);
      } else {
        target.add(word);
      }
    }
    var content =
        new Exchange.Content(
            name,
            words.getFirst(),
            new Exchange.Wording(LocalText.of("title of " + id, null), LocalText.NONE),
            new Exchange.Topic(capabilities, sectors),
            visibility,
            new Period(from, null),
            true);
    return new Exchange(side, id, 1, SeedFiles.id(name), content);
  }

  private Relation relation(String from, String to) {
    String id = "relation-" + (relations.size() + 1);
    var content = new Relation.Content(from, to, "partner", LocalText.NONE, null, "a test", true);
    return new Relation(id, 1, SeedFiles.id(from), SeedFiles.id(to), content);
  }

  Scorer scorer() {
    Map<UUID, Organisation> byId = new HashMap<>();
    organisations.values().forEach(o -> byId.put(o.id(), o));
    return new Scorer(
        new Surroundings(SEED.taxonomy, EcosystemGraph.of(relations), byId, DAY), Weights.FIRST);
  }

  VisibleSheet sheet(String name) {
    return sheet(name, Viewer.ANYONE);
  }

  VisibleSheet sheet(String name, Viewer viewer) {
    Organisation organisation = organisations.get(name);
    return VisibleSheet.of(
        new Sheet(organisation, of(organisation, Side.NEED), of(organisation, Side.OFFER)),
        viewer,
        DAY);
  }

  private List<Exchange> of(Organisation organisation, Side side) {
    return exchanges.stream()
        .filter(e -> e.side() == side && e.organisationId().equals(organisation.id()))
        .toList();
  }

  /** The match in lines: the numbers, then each reason with its points and both facts. */
  String match(String you, String them) {
    Match match = scorer().score(sheet(you), sheet(them));
    StringBuilder text =
        new StringBuilder(
            "%s %d, %s %d: %s%n"
                .formatted(you, match.fitForYou(), them, match.fitForThem(), match.score()));
    for (Reason reason : match.reasons()) {
      text.append(
          "%s %s %d: %s | %s%n"
              .formatted(
                  reason.beneficiary() == Reason.Beneficiary.YOU ? you : them,
                  reason.code(),
                  reason.points(),
                  reason.facts().getFirst().reference(),
                  reason.facts().getLast().reference()));
    }
    return text.toString();
  }

  /** The English sentences of all reasons, one per line. */
  String text(String you, String them) {
    return scorer().score(sheet(you), sheet(them)).reasons().stream()
        .map(reason -> reason.text().en())
        .collect(Collectors.joining("\n"));
  }

  /** Partners in lines, best first, then the counts of those left out. */
  String partners(String you) {
    List<VisibleSheet> all = organisations.keySet().stream().map(this::sheet).toList();
    PartnerList list = new Partners(scorer()).rank(sheet(you), all, 10);
    StringBuilder text = new StringBuilder();
    list.items().forEach(m -> text.append("%s %s%n".formatted(m.organisation().slug(), m.score())));
    list.excluded().forEach((why, count) -> text.append("%s %d%n".formatted(why.code(), count)));
    return text.toString();
  }
}
