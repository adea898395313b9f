package praya.directory;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.json.Json;
import praya.organisation.CampusRelation;
import praya.search.Facet;
import praya.search.SearchResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answer of a search as JSON. The index keeps every organisation as rendered JSON, so the
 * common answer is put together from bytes: parsing and printing them again would double its cost.
 */
final class DirectoryJson {
  private final Taxonomy taxonomy;
  private final Optional<Language> language;
  private final Set<String> fields;

  /**
   * @param language of the labels beside the codes; empty for none
   * @param fields to keep of each organisation; empty for all
   */
  DirectoryJson(Taxonomy taxonomy, Optional<Language> language, Set<String> fields) {
    this.taxonomy = taxonomy;
    this.language = language;
    this.fields = fields;
  }

  /** An answer whose position is still to be put between its parts. */
  AnswerCache.Answer of(SearchResult result) {
    // Twenty organisations of the seed and all facets fit without growing.
    var out = new ByteArrayOutputStream(48_000);
    out.writeBytes(ITEMS);
    boolean first = true;
    for (SearchResult.Hit hit : result.hits()) {
      if (!first) {
        out.write(',');
      }
      first = false;
      write(out, hit);
    }
    out.writeBytes(END_OF_ITEMS);
    byte[] rest = Json.bytes(rest(result));
    out.write(rest, 1, rest.length - 2);
    out.writeBytes(POSITION);
    String next = ",\"next\":" + quoted(result.next()) + "}";
    return new AnswerCache.Answer(out.toByteArray(), next.getBytes(StandardCharsets.UTF_8));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : new String(Json.bytes(text), StandardCharsets.UTF_8);
  }

  /** The whole answer: the position moves with every write, whether the answer does or not. */
  static byte[] at(long position, AnswerCache.Answer answer) {
    byte[] digits = Long.toString(position).getBytes(StandardCharsets.US_ASCII);
    byte[] begin = answer.begin();
    byte[] end = answer.end();
    byte[] whole = Arrays.copyOf(begin, begin.length + digits.length + end.length);
    System.arraycopy(digits, 0, whole, begin.length, digits.length);
    System.arraycopy(end, 0, whole, begin.length + digits.length, end.length);
    return whole;
  }

  private static final byte[] ITEMS = "{\"items\":[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] END_OF_ITEMS = "],".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FOUND = ",\"found\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] POSITION = ",\"position\":".getBytes(StandardCharsets.US_ASCII);

  private void write(ByteArrayOutputStream out, SearchResult.Hit hit) {
    byte[] found = Json.bytes(hit.found());
    if (language.isEmpty() && fields.isEmpty()) {
      out.write(hit.json(), 0, hit.json().length - 1);
      out.writeBytes(FOUND);
      out.writeBytes(found);
      out.write('}');
      return;
    }
    ObjectNode item = (ObjectNode) Json.read(hit.json());
    language.ifPresent(wanted -> item.set("labels", Json.tree(labels(item, wanted))));
    if (!fields.isEmpty()) {
      List<String> dropped =
          item.propertyNames().stream()
              .filter(
                  name -> !fields.contains(name) && !name.equals("id") && !name.equals("labels"))
              .toList();
      item.remove(dropped);
    }
    item.set("found", Json.read(found));
    out.writeBytes(Json.bytes(item));
  }

  private Map<String, @Nullable Object> rest(SearchResult result) {
    var rest = new LinkedHashMap<String, @Nullable Object>();
    rest.put("total", result.total());
    var facets = new LinkedHashMap<String, @Nullable Object>();
    result.facets().forEach((facet, counts) -> facets.put(facet.jsonName(), counts(facet, counts)));
    rest.put("facets", facets);
    rest.put("alsoSearched", result.alsoSearched());
    rest.put("relaxed", result.wording().relaxed());
    rest.put("whole", result.wording().whole());
    rest.put("stopped", result.wording().stopped());
    return rest;
  }

  private List<Map<String, @Nullable Object>> counts(
      Facet facet, List<SearchResult.FacetCount> counts) {
    var list = new ArrayList<Map<String, @Nullable Object>>(counts.size());
    for (SearchResult.FacetCount count : counts) {
      var json = new LinkedHashMap<String, @Nullable Object>();
      json.put("code", count.code());
      json.put("label", label(facet, count.code()));
      json.put("count", count.count());
      json.put("selected", count.selected());
      list.add(json);
    }
    return list;
  }

  private String label(Facet facet, String code) {
    return facet
        .vocabulary()
        .map(vocabulary -> taxonomy.label(vocabulary, code, language.orElse(Language.EN)))
        .orElse(code);
  }

  private Map<String, @Nullable Object> labels(ObjectNode item, Language wanted) {
    var labels = new LinkedHashMap<String, @Nullable Object>();
    labels.put(
        "name",
        new LocalText(text(item, "nameEn"), text(item, "nameZhHant"), text(item, "nameZhHans"))
            .in(wanted));
    labels.put("kind", taxonomy.label(Vocabulary.KINDS, item.path("kind").asString(), wanted));
    labels.put("layers", labels(item.path("layers"), Vocabulary.LAYERS, wanted));
    labels.put("sectors", labels(item.path("sectors"), Vocabulary.SECTORS, wanted));
    labels.put("capabilities", labels(item.path("capabilities"), Vocabulary.CAPABILITIES, wanted));
    var campus = new Campus(null, text(item.path("cyberport"), "relation"));
    labels.put("cyberportRelation", CampusRelation.label(campus, taxonomy, wanted));
    return labels;
  }

  private static @Nullable String text(JsonNode node, String field) {
    JsonNode text = node.path(field);
    return text.isString() ? text.stringValue() : null;
  }

  private Map<String, String> labels(JsonNode codes, Vocabulary vocabulary, Language wanted) {
    var labels = new LinkedHashMap<String, String>();
    codes.forEach(
        code -> labels.put(code.asString(), taxonomy.label(vocabulary, code.asString(), wanted)));
    return labels;
  }
}
