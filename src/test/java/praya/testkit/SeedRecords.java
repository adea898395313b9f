package praya.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import praya.domain.Allocation;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.ComputeReport;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Profile;
import praya.domain.Relation;
import praya.domain.Side;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.organisation.Usage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records of the seed data, real and fictional, read straight from its files for pages. */
public final class SeedRecords {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Path FOLDER = Path.of("seed-data");

  private final Map<String, Organisation> organisations = new LinkedHashMap<>();
  private final Map<String, Usage> usages = new LinkedHashMap<>();
  private final Map<Side, List<Exchange>> exchanges =
      Map.of(Side.NEED, readExchanges(Side.NEED), Side.OFFER, readExchanges(Side.OFFER));

  public SeedRecords() {
    for (JsonNode line : lines("usage", true)) {
      usages.merge(line.path("allocation").asString(), usage(line), SeedRecords::sum);
    }
    List<String> holders = new ArrayList<>();
    for (Allocation allocation : allocations()) {
      if (allocation.content().grant().status().held()) {
        holders.add(allocation.content().organisation());
      }
    }
    for (JsonNode line : lines("organisations", false)) {
      organisations.put(line.path("slug").asString(), organisation(line, holders));
    }
    for (JsonNode line : lines("organisations", true)) {
      organisations.put(line.path("slug").asString(), organisation(line, holders));
    }
  }

  public List<Organisation> organisations() {
    return List.copyOf(organisations.values());
  }

  public Organisation organisation(String slug) {
    return organisations.get(slug);
  }

  public Usage usage(Allocation allocation) {
    return usages.get(allocation.id());
  }

  public Taxonomy taxonomy() {
    JsonNode root = json(FOLDER.resolve("taxonomy.json"));
    List<Term> terms = new ArrayList<>();
    for (Vocabulary vocabulary : Vocabulary.values()) {
      for (JsonNode node : root.path(vocabulary.code())) {
        LocalText label =
            new LocalText(text(node, "en"), text(node, "zh_hant"), text(node, "zh_hans"));
        String code = node.path("code").asString();
        terms.add(
            new Term(vocabulary, code, text(node, "parent"), label, List.of(), LocalText.NONE));
      }
    }
    return new Taxonomy(terms);
  }

  public List<Exchange> exchanges(Side side) {
    return exchanges.get(side);
  }

  private static List<Exchange> readExchanges(Side side) {
    List<Exchange> exchanges = new ArrayList<>();
    for (JsonNode line : lines(side.plural(), true)) {
      Exchange.Content content =
          new Exchange.Content(
              line.path("organisation").asString(),
              line.path("exchange").asString(),
              new Exchange.Wording(local(line, "title"), local(line, "text")),
              new Exchange.Topic(list(line, "capabilities"), list(line, "sectors")),
              Visibility.of(line.path("visibility").asString()),
              period(line, "opens", "closes"),
              true);
      exchanges.add(
          new Exchange(side, line.path("id").asString(), 1, id(content.organisation()), content));
    }
    return exchanges;
  }

  public List<Relation> relations() {
    List<Relation> relations = new ArrayList<>();
    for (boolean demo : new boolean[] {false, true}) {
      for (JsonNode line : lines("relations", demo)) {
        String from = line.path("from").asString();
        String to = line.path("to").asString();
        Relation.Content content =
            new Relation.Content(
                from,
                to,
                line.path("type").asString(),
                local(line, "fact"),
                text(line, "since"),
                line.path("source").asString(),
                demo);
        relations.add(new Relation("rel-" + relations.size(), 1, id(from), id(to), content));
      }
    }
    return relations;
  }

  public List<Allocation> allocations() {
    List<Allocation> allocations = new ArrayList<>();
    for (JsonNode line : lines("allocations", true)) {
      String slug = line.path("organisation").asString();
      Allocation.Grant grant =
          new Allocation.Grant(
              line.path("scheme").asString(),
              line.path("cards").asInt(),
              period(line, "from", "to"),
              Allocation.Status.valueOf(line.path("status").asString().toUpperCase()),
              shareability(line.path("shareability").asString()));
      allocations.add(
          new Allocation(
              line.path("id").asString(),
              1,
              id(slug),
              new Allocation.Content(slug, local(line, "project"), grant, true)));
    }
    return allocations;
  }

  public JsonNode centre() {
    return json(FOLDER.resolve("demo/centre.json"));
  }

  public JsonNode figures() {
    return json(FOLDER.resolve("figures.json"));
  }

  /** The permanent id that a slug has in every sample. */
  static UUID id(String slug) {
    return UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> list(JsonNode line, String field) {
    List<String> values = new ArrayList<>();
    line.path(field).forEach(value -> values.add(value.asString()));
    return values;
  }

  static String text(JsonNode line, String field) {
    JsonNode node = line.path(field);
    return node.isMissingNode() || node.isNull() ? null : node.asString();
  }

  static LocalText local(JsonNode line, String field) {
    return new LocalText(
        text(line, field + "_en"), text(line, field + "_zh_hant"), text(line, field + "_zh_hans"));
  }

  private static Organisation organisation(JsonNode line, List<String> holders) {
    String slug = line.path("slug").asString();
    boolean fictional = line.path("fictional").asBoolean();
    JsonNode year = line.path("founded_or_intake_year");
    Profile profile =
        new Profile(
            local(line, "name"),
            list(line, "aliases"),
            line.path("kind").asString(),
            local(line, "summary"),
            new Classification(
                list(line, "layers"), list(line, "sectors"), list(line, "capabilities")),
            year.isNumber() ? year.asInt() : null,
            text(line, "website"));
    JsonNode member = line.path("cyberport").path("member");
    Campus campus =
        new Campus(
            member.isBoolean() ? member.asBoolean() : null,
            text(line.path("cyberport"), "relation"));
    JsonNode reported = line.path("compute_reported");
    ComputeReport report =
        reported.isObject()
            ? new ComputeReport(
                local(reported, "fact"), LocalDate.parse(reported.path("date").asString()))
            : null;
    Instant confirmed = fictional ? Instant.parse("2026-11-03T02:15:00Z") : null;
    Origin origin = new Origin(fictional, list(line, "sources"), confirmed);
    Entry entry = new Entry(slug, profile, campus, report, origin);
    return new Organisation(id(slug), 1, entry, holders.contains(slug));
  }

  private static Period period(JsonNode line, String from, String to) {
    String last = text(line, to);
    return new Period(
        LocalDate.parse(line.path(from).asString()), last == null ? null : LocalDate.parse(last));
  }

  private static Allocation.Shareability shareability(String code) {
    return Allocation.Shareability.valueOf(code.toUpperCase().replace('-', '_'));
  }

  private static Usage usage(JsonNode line) {
    return new Usage(
        line.path("used_card_hours").asDouble(),
        line.path("available_card_hours").asDouble(),
        LocalDate.parse(line.path("week").asString()));
  }

  private static Usage sum(Usage before, Usage week) {
    return new Usage(
        before.usedCardHours() + week.usedCardHours(),
        before.availableCardHours() + week.availableCardHours(),
        week.lastWeek());
  }

  private static List<JsonNode> lines(String file, boolean demo) {
    try {
      Path path = FOLDER.resolve(demo ? "demo/" + file + ".jsonl" : file + ".jsonl");
      return Files.readAllLines(path).stream().map(line -> MAPPER.readTree(line)).toList();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static JsonNode json(Path path) {
    try {
      return MAPPER.readTree(Files.readString(path));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
