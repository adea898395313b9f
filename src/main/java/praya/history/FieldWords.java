package praya.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Frame;
import praya.http.Phrase;
import tools.jackson.databind.JsonNode;

/** Says fields of records and their values in the words of a page. */
public final class FieldWords {
  private static final Map<String, Vocabulary> CODES =
      Map.of(
          "kind", Vocabulary.KINDS,
          "layers", Vocabulary.LAYERS,
          "sectors", Vocabulary.SECTORS,
          "capabilities", Vocabulary.CAPABILITIES,
          "exchange", Vocabulary.EXCHANGE,
          "visibility", Vocabulary.VISIBILITY);

  private final Taxonomy taxonomy;
  private final Frame frame;

  public FieldWords(Taxonomy taxonomy, Frame frame) {
    this.taxonomy = taxonomy;
    this.frame = frame;
  }

  /** A field with what it was and what it is, marked by words. */
  public record Line(String field, String label, WordDifference difference) {}

  public List<Line> lines(List<FieldDifference> differences) {
    return differences.stream().map(this::line).toList();
  }

  public Line line(FieldDifference found) {
    boolean list = isList(found.before()) || isList(found.after());
    WordDifference difference =
        list
            ? WordDifference.ofItems(
                values(found.field(), found.before()), values(found.field(), found.after()))
            : WordDifference.of(
                text(found.field(), found.before()), text(found.field(), found.after()));
    return new Line(found.field(), label(found.field()), difference);
  }

  /** What a page calls a field. */
  public String label(String field) {
    return frame.texts().has("field." + field) ? frame.say("field." + field) : field;
  }

  /** A value in words, items one to a line; empty for none. */
  public String text(String field, @Nullable JsonNode value) {
    return String.join("\n", values(field, value));
  }

  private List<String> values(String field, @Nullable JsonNode value) {
    var words = new ArrayList<String>();
    if (value == null || value.isNull()) {
      return words;
    }
    if (value.isArray()) {
      value.forEach(item -> words.add(word(field, item)));
    } else if (value.isObject()) {
      value
          .properties()
          .forEach(
              inner -> words.add(inner.getKey() + ": " + word(inner.getKey(), inner.getValue())));
    } else {
      words.add(word(field, value));
    }
    return words;
  }

  private String word(String field, JsonNode value) {
    String text = value.isString() ? value.stringValue() : value.toString();
    Vocabulary vocabulary = CODES.get(field);
    return vocabulary == null
        ? text
        : Phrase.label(taxonomy, vocabulary, text, frame.language()).text();
  }

  private static boolean isList(@Nullable JsonNode value) {
    return value != null && (value.isArray() || value.isObject());
  }
}
