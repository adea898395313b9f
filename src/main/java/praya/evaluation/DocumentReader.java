package praya.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.ComputeReport;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Profile;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.evaluation.JsonLines.Line;
import praya.search.Indexed;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads documents as organisations: an identifier with any of an organisation's fields, spelt as in
 * the API or as in {@code seed-data/}, and free texts, which stand where summaries stand. Nothing
 * but the identifier is required, and texts may be longer than the directory would take them.
 */
final class DocumentReader {
  /** What the API says of an organisation and nobody searches. */
  private static final Set<String> UNSEARCHED =
      Set.of(
          "id",
          "slug",
          "version",
          "foundedOrIntakeYear",
          "holdsAllocation",
          "fictional",
          "sources",
          "confirmedAt",
          "visibility",
          "claimed",
          "labels",
          "found");

  /** The index keeps identifiers and codes as single words of at most 32,766 bytes. */
  private static final int LONGEST_ID = 1000;

  private static final String OF_DOCUMENTS =
      "A document is such as {\"id\": \"d1\", \"nameEn\": \"…\", \"summaryZhHant\": \"…\"} or"
          + " {\"id\": \"d1\", \"text\": {\"en\": \"…\", \"zh-Hant\": \"…\"}}.";

  private final WantedFields wanted;
  private final Faults faults;
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> unknown = new TreeMap<>();
  private int lines;
  private String place = "";
  private Map<String, JsonNode> fields = Map.of();

  DocumentReader(WantedFields wanted, Faults faults) {
    this.wanted = wanted;
    this.faults = faults;
  }

  int lines() {
    return lines;
  }

  /** Fields that no document should have: they are not searched, which may be a surprise. */
  List<String> remarks() {
    return unknown.entrySet().stream()
        .map(entry ->
            "The field ("
                + entry.getKey()
                + ") of "
                + entry.getValue()
                + " documents is not known and not searched. Maybe it is misspelt; fields are "
                + String.join(", ", WantedFields.SEARCHED)
                + ".")
        .toList();
  }

  /** The document of a line; null for one with faults. */
  @Nullable Indexed read(Line line) {
    lines++;
    place = line.place();
    fields = new HashMap<>();
    line.object().properties().forEach(entry -> keep(entry.getKey(), entry.getValue()));
    String id = id();
    Indexed document = new Indexed(sheet(id), id.getBytes(StandardCharsets.UTF_8), Instant.EPOCH);
    return id.isEmpty() ? null : document;
  }

  private void keep(String key, JsonNode value) {
    String name = WantedFields.camel(key);
    boolean searched = WantedFields.SEARCHED.contains(name);
    if (!searched && !UNSEARCHED.contains(name)) {
      unknown.merge(key, 1, Integer::sum);
    }
    if (!value.isNull() && (!searched || wanted.has(name) || name.equals("text"))) {
      fields.put(name, value);
    }
  }

  private String id() {
    JsonNode node = fields.getOrDefault("id", fields.get("slug"));
    String id =
        node == null
            ? ""
            : node.isString() ? node.stringValue() : node.isNumber() ? node.toString() : "";
    if (id.isBlank() || id.length() > LONGEST_ID) {
      fault(
          "id",
          node,
          "The identifier must be a text of 1 to " + LONGEST_ID + " characters. " + OF_DOCUMENTS);
      return "";
    }
    if (!ids.add(id)) {
      fault("id", node, "Another document has the same identifier. Each must have its own.");
      return "";
    }
    return id;
  }

  private Sheet sheet(String id) {
    JsonNode website = fields.get("website");
    Profile profile =
        new Profile(
            local("name"),
            texts("aliases"),
            java.util.Objects.requireNonNullElse(text("kind", fields.get("kind")), ""),
            summary(),
            new Classification(texts("layers"), texts("sectors"), texts("capabilities")),
            null,
            text("website", website));
    Entry entry =
        new Entry(
            id,
            profile,
            new Campus(null, text("cyberport.relation", inner("cyberport").get("relation"))),
            report(),
            new Origin(false, List.of(), null),
            Visibility.PUBLIC);
    Organisation organisation = new Organisation(new UUID(0, lines), 1, entry, false);
    return new Sheet(
        organisation, exchanges("needs", Side.NEED), exchanges("offers", Side.OFFER), Set.of());
  }

  private @Nullable ComputeReport report() {
    JsonNode node = fields.get("computeReported");
    if (node == null) {
      return null;
    }
    LocalText fact =
        node.isString()
            ? new LocalText(node.stringValue(), null, null)
            : local("computeReported", inner("computeReported"), "fact");
    return fact.isEmpty() ? null : new ComputeReport(fact, LocalDate.EPOCH);
  }

  private List<Exchange> exchanges(String name, Side side) {
    List<Exchange> exchanges = new ArrayList<>();
    JsonNode node = fields.get(name);
    if (node == null) {
      return exchanges;
    }
    List<JsonNode> items = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(items::add);
    } else {
      items.add(node);
    }
    for (JsonNode item : items) {
      LocalText title = LocalText.NONE;
      LocalText text = LocalText.NONE;
      if (item instanceof ObjectNode object) {
        title = local(name, camel(object), "title");
        text = local(name, camel(object), "text");
      } else {
        text = new LocalText(text(name, item), null, null);
      }
      exchanges.add(
          new Exchange(
              side,
              "",
              1,
              new UUID(0, lines),
              new Exchange.Content(
                  "",
                  "",
                  new Exchange.Wording(title, text),
                  new Exchange.Topic(List.of(), List.of()),
                  Visibility.PUBLIC,
                  new Period(LocalDate.EPOCH, null),
                  false)));
    }
    return exchanges;
  }

  /** The summary, and behind it the free text of the language. */
  private LocalText summary() {
    Map<Language, String> texts = new HashMap<>();
    LocalText own = local("summary");
    for (Language language : Language.values()) {
      String text = language == own.languageFor(language) ? own.in(language) : null;
      if (text != null) {
        texts.put(language, text);
      }
    }
    JsonNode free = fields.get("text");
    if (free != null && free.isString() && wanted.has("text")) {
      texts.merge(Language.EN, free.stringValue(), DocumentReader::below);
    } else if (free instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> entry : object.properties()) {
        String text = text("text." + entry.getKey(), entry.getValue());
        if (text != null && wanted.hasText(entry.getKey())) {
          Language language = Language.find(entry.getKey()).orElse(Language.EN);
          texts.merge(language, text, DocumentReader::below);
        }
      }
    } else if (free != null && !free.isString()) {
      fault(
          "text",
          free,
          "The text must be a text, or an object of texts by language. " + OF_DOCUMENTS);
    }
    return new LocalText(
        texts.get(Language.EN), texts.get(Language.ZH_HANT), texts.get(Language.ZH_HANS));
  }

  private static String below(String one, String other) {
    return one + "\n\n" + other;
  }

  private LocalText local(String name) {
    return local("", fields, name);
  }

  private LocalText local(String path, Map<String, JsonNode> object, String name) {
    String dot = path.isEmpty() ? "" : path + ".";
    return new LocalText(
        text(dot + name + "En", object.get(name + "En")),
        text(dot + name + "ZhHant", object.get(name + "ZhHant")),
        text(dot + name + "ZhHans", object.get(name + "ZhHans")));
  }

  private Map<String, JsonNode> inner(String name) {
    JsonNode node = fields.get(name);
    if (node instanceof ObjectNode object) {
      return camel(object);
    }
    if (node != null) {
      fault(name, node, "The field must be an object.");
    }
    return Map.of();
  }

  private static Map<String, JsonNode> camel(ObjectNode object) {
    Map<String, JsonNode> fields = new HashMap<>();
    object.properties().forEach(e -> fields.put(WantedFields.camel(e.getKey()), e.getValue()));
    return fields;
  }

  private List<String> texts(String name) {
    JsonNode node = fields.get(name);
    List<String> texts = new ArrayList<>();
    if (node != null && node.isString()) {
      texts.add(node.stringValue());
    } else if (node != null && node.isArray()) {
      for (JsonNode item : node) {
        String text = text(name, item);
        if (text != null) {
          texts.add(text);
        }
      }
    } else if (node != null) {
      fault(name, node, "The field must be a list of texts.");
    }
    return texts;
  }

  private @Nullable String text(String name, @Nullable JsonNode node) {
    if (node == null || node.isNull()) {
      return null;
    }
    if (!node.isString()) {
      fault(name, node, "The field must be a text. " + OF_DOCUMENTS);
      return null;
    }
    return node.stringValue().isBlank() ? null : node.stringValue();
  }

  private void fault(String name, @Nullable JsonNode node, String message) {
    faults.add(
        place + " " + name,
        node == null ? null : node.isString() ? node.stringValue() : node.toString(),
        message);
  }
}
