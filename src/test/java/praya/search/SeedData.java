package praya.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The seed data as the index takes it, read by the shortest way; faults in it are not its matter.
 */
public final class SeedData {
  public static final Path FOLDER = Path.of("seed-data");
  private static final JsonMapper JSON = new JsonMapper();
  private static final Instant LOADED = Instant.parse("2026-11-22T00:00:00Z");

  private SeedData() {}

  public static Taxonomy taxonomy() {
    JsonNode root = JSON.readTree(read(FOLDER.resolve("taxonomy.json")));
    List<Term> terms = new ArrayList<>();
    for (Vocabulary vocabulary : Vocabulary.values()) {
      for (JsonNode term : root.path(vocabulary.code())) {
        LocalText label =
            new LocalText(text(term, "en"), text(term, "zh_hant"), text(term, "zh_hans"));
        terms.add(
            new Term(
                vocabulary,
                term.path("code").asString(),
                text(term, "parent"),
                label,
                strings(term, "synonyms"),
                LocalText.NONE));
      }
    }
    return new Taxonomy(terms);
  }

  /** The real organisations. */
  public static List<Indexed> real() {
    return load(FOLDER, Map.of(), Map.of());
  }

  /** The fictional ones with their needs and offers. */
  public static List<Indexed> demo() {
    Path folder = FOLDER.resolve("demo");
    return load(
        folder,
        exchanges(folder.resolve("needs.jsonl"), Side.NEED),
        exchanges(folder.resolve("offers.jsonl"), Side.OFFER));
  }

  public static List<Indexed> all() {
    List<Indexed> all = new ArrayList<>(real());
    all.addAll(demo());
    return all;
  }

  /** An identifier that follows from the slug. */
  public static UUID id(String slug) {
    return UUID.nameUUIDFromBytes(slug.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Indexed> load(
      Path folder, Map<String, List<Exchange>> needs, Map<String, List<Exchange>> offers) {
    List<Indexed> all = new ArrayList<>();
    for (String line : lines(folder.resolve("organisations.jsonl"))) {
      Organisation organisation = organisation(JSON.readTree(line));
      Sheet sheet =
          new Sheet(
              organisation,
              needs.getOrDefault(organisation.slug(), List.of()),
              offers.getOrDefault(organisation.slug(), List.of()));
      all.add(new Indexed(sheet, line.getBytes(StandardCharsets.UTF_8), LOADED));
    }
    return all;
  }

  private static Organisation organisation(JsonNode json) {
    String slug = json.path("slug").asString();
    JsonNode year = json.path("founded_or_intake_year");
    Profile profile =
        new Profile(
            local(json, "name"),
            strings(json, "aliases"),
            json.path("kind").asString(),
            local(json, "summary"),
            new Classification(
                strings(json, "layers"), strings(json, "sectors"), strings(json, "capabilities")),
            year.isNumber() ? year.asInt() : null,
            text(json, "website"));
    JsonNode campus = json.path("cyberport");
    JsonNode member = campus.path("member");
    JsonNode report = json.path("compute_reported");
    ComputeReport computeReport =
        report.isObject()
            ? new ComputeReport(local(report, "fact"), LocalDate.parse(day(report.path("date"))))
            : null;
    Entry entry =
        new Entry(
            slug,
            profile,
            new Campus(member.isBoolean() ? member.asBoolean() : null, text(campus, "relation")),
            computeReport,
            new Origin(json.path("fictional").asBoolean(), strings(json, "sources"), null));
    return new Organisation(id(slug), 1, entry, computeReport != null);
  }

  private static String day(JsonNode date) {
    String text = date.asString("2026-01-01");
    return text.length() == 4 ? text + "-01-01" : text.length() == 7 ? text + "-01" : text;
  }

  private static Map<String, List<Exchange>> exchanges(Path file, Side side) {
    Map<String, List<Exchange>> bySlug = new HashMap<>();
    for (String line : lines(file)) {
      JsonNode json = JSON.readTree(line);
      String slug = json.path("organisation").asString();
      String closes = text(json, "closes");
      Exchange.Content content =
          new Exchange.Content(
              slug,
              json.path("exchange").asString(),
              new Exchange.Wording(local(json, "title"), local(json, "text")),
              new Exchange.Topic(strings(json, "capabilities"), strings(json, "sectors")),
              Visibility.of(json.path("visibility").asString()),
              new Period(
                  LocalDate.parse(json.path("opens").asString()),
                  closes == null ? null : LocalDate.parse(closes)),
              true);
      bySlug
          .computeIfAbsent(slug, s -> new ArrayList<>())
          .add(new Exchange(side, json.path("id").asString(), 1, id(slug), content));
    }
    return bySlug;
  }

  private static LocalText local(JsonNode json, String field) {
    return new LocalText(
        text(json, field + "_en"), text(json, field + "_zh_hant"), text(json, field + "_zh_hans"));
  }

  private static @Nullable String text(JsonNode json, String field) {
    JsonNode value = json.path(field);
    return value.isString() ? value.asString() : null;
  }

  private static List<String> strings(JsonNode json, String field) {
    List<String> strings = new ArrayList<>();
    json.path(field).forEach(each -> strings.add(each.asString()));
    return strings;
  }

  private static List<String> lines(Path file) {
    return read(file).lines().filter(line -> !line.isBlank()).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
