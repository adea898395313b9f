package praya.scoring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Profile;
import praya.domain.Relation;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The records of {@code seed-data/}, read straight from the files, for tests of the engine. */
final class SeedFiles {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path FOLDER = Path.of("seed-data");

  final Taxonomy taxonomy = taxonomy();
  final Map<String, Sheet> sheets = new HashMap<>();
  final List<Relation> relations = new ArrayList<>();
  final List<Introduction> introductions = new ArrayList<>();

  /** A past introduction; {@code from} asked. */
  record Introduction(
      String id, String from, String to, LocalDate requested, String status, String outcome) {
    boolean accepted() {
      return status.equals("accepted");
    }
  }

  static SeedFiles load() {
    return new SeedFiles();
  }

  private SeedFiles() {
    List<JsonNode> allocations = lines("demo/allocations.jsonl");
    List<JsonNode> organisations = new ArrayList<>(lines("organisations.jsonl"));
    organisations.addAll(lines("demo/organisations.jsonl"));
    Map<String, List<Exchange>> needs = exchanges(Side.NEED);
    Map<String, List<Exchange>> offers = exchanges(Side.OFFER);
    for (JsonNode node : organisations) {
      String slug = text(node, "slug");
      boolean holds =
          allocations.stream()
              .filter(a -> text(a, "organisation").equals(slug))
              .anyMatch(a -> List.of("planned", "active", "suspended").contains(text(a, "status")));
      sheets.put(
          slug,
          new Sheet(
              organisation(node, holds),
              needs.getOrDefault(slug, List.of()),
              offers.getOrDefault(slug, List.of())));
    }
    List<JsonNode> edges = new ArrayList<>(lines("relations.jsonl"));
    edges.addAll(lines("demo/relations.jsonl"));
    for (JsonNode node : edges) {
      relations.add(relation(node, relations.size() + 1));
    }
    for (JsonNode node : lines("demo/introductions.jsonl")) {
      introductions.add(
          new Introduction(
              text(node, "id"),
              text(node, "from"),
              text(node, "to"),
              LocalDate.parse(text(node, "requested")),
              text(node, "status"),
              text(node, "outcome")));
    }
  }

  Map<UUID, Organisation> organisations() {
    Map<UUID, Organisation> byId = new HashMap<>();
    sheets.values().forEach(sheet -> byId.put(sheet.organisation().id(), sheet.organisation()));
    return byId;
  }

  /** Stands for the id that a database would give: the same for the same slug, always. */
  static UUID id(String slug) {
    return UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8));
  }

  private static Organisation organisation(JsonNode node, boolean holdsAllocation) {
    String slug = text(node, "slug");
    Profile profile =
        new Profile(
            new LocalText(
                optional(node, "name_en"),
                optional(node, "name_zh_hant"),
                optional(node, "name_zh_hans")),
            strings(node, "aliases"),
            text(node, "kind"),
            LocalText.of(optional(node, "summary_en"), optional(node, "summary_zh_hant")),
            new Classification(
                strings(node, "layers"), strings(node, "sectors"), strings(node, "capabilities")),
            null,
            null);
    Origin origin = new Origin(node.get("fictional").asBoolean(), strings(node, "sources"), null);
    return new Organisation(
        id(slug), 1, new Entry(slug, profile, Campus.UNKNOWN, null, origin), holdsAllocation);
  }

  private static Map<String, List<Exchange>> exchanges(Side side) {
    Map<String, List<Exchange>> bySlug = new HashMap<>();
    for (JsonNode node : lines("demo/" + side.plural() + ".jsonl")) {
      String slug = text(node, "organisation");
      String closes = optional(node, "closes");
      var content =
          new Exchange.Content(
              slug,
              text(node, "exchange"),
              new Exchange.Wording(
                  LocalText.of(optional(node, "title_en"), optional(node, "title_zh_hant")),
                  LocalText.of(optional(node, "text_en"), optional(node, "text_zh_hant"))),
              new Exchange.Topic(strings(node, "capabilities"), strings(node, "sectors")),
              Visibility.of(text(node, "visibility")),
              new Period(
                  LocalDate.parse(text(node, "opens")),
                  closes == null ? null : LocalDate.parse(closes)),
              true);
      bySlug
          .computeIfAbsent(slug, s -> new ArrayList<>())
          .add(new Exchange(side, text(node, "id"), 1, id(slug), content));
    }
    return bySlug;
  }

  private static Relation relation(JsonNode node, int number) {
    String from = text(node, "from");
    String to = text(node, "to");
    var content =
        new Relation.Content(
            from,
            to,
            text(node, "type"),
            LocalText.of(optional(node, "fact_en"), optional(node, "fact_zh_hant")),
            optional(node, "since"),
            text(node, "source"),
            node.path("fictional").asBoolean(false));
    return new Relation("relation-%03d".formatted(number), 1, id(from), id(to), content);
  }

  private static Taxonomy taxonomy() {
    JsonNode root = JSON.readTree(read("taxonomy.json"));
    List<Term> terms = new ArrayList<>();
    for (Vocabulary vocabulary : Vocabulary.values()) {
      for (JsonNode node : root.path(vocabulary.code())) {
        terms.add(
            new Term(
                vocabulary,
                node.path("code").asString(),
                optional(node, "parent"),
                new LocalText(
                    optional(node, "en"), optional(node, "zh_hant"), optional(node, "zh_hans")),
                List.of(),
                LocalText.NONE));
      }
    }
    return new Taxonomy(terms);
  }

  private static List<JsonNode> lines(String file) {
    return read(file).lines().filter(line -> !line.isBlank()).map(JSON::readTree).toList();
  }

  private static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode node, String field) {
    return node.get(field).asString();
  }

  private static @Nullable String optional(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() ? null : value.asString();
  }

  private static List<String> strings(JsonNode node, String field) {
    List<String> values = new ArrayList<>();
    node.path(field).forEach(value -> values.add(value.asString()));
    return values;
  }
}
