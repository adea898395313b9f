package praya.stewardship;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import praya.http.PostedForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody has written into a form, as they wrote it, right or wrong: nothing of it is lost
 * when it cannot be stored yet. Only the fields of the form are in it, whatever else was sent.
 */
record Draft(List<FormField> fields, Map<String, List<String>> values) {

  /** What was posted. */
  static Draft posted(List<FormField> fields, PostedForm form) {
    var values = new LinkedHashMap<String, List<String>>();
    for (FormField field : fields) {
      if (field.kind() == FormField.Kind.CODE && form.texts(field.name()).isEmpty()) {
        continue; // a choice always has a value: a form without it leaves it as it is
      }
      values.put(
          field.name(),
          switch (field.kind()) {
            case CODES ->
                form.texts(field.name()).stream().filter(code -> !code.isEmpty()).toList();
            case ITEMS ->
                form.text(field.name())
                    .lines()
                    .map(String::strip)
                    .filter(s -> !s.isEmpty())
                    .toList();
            case LINE, TEXT, NUMBER, DAY, CODE -> {
              String text = form.text(field.name());
              yield text.isEmpty() ? List.of() : List.of(text);
            }
          });
    }
    return new Draft(fields, values);
  }

  /** What a record holds. */
  static Draft of(List<FormField> fields, ObjectNode record) {
    var values = new LinkedHashMap<String, List<String>>();
    for (FormField field : fields) {
      JsonNode node = record.get(field.name());
      var texts = new ArrayList<String>();
      if (node != null && node.isArray()) {
        node.forEach(item -> texts.add(text(item)));
      } else if (node != null && !node.isNull()) {
        texts.add(text(node));
      }
      values.put(field.name(), texts);
    }
    return new Draft(fields, values);
  }

  List<String> all(String field) {
    return values.getOrDefault(field, List.of());
  }

  /** The value of a field with one; empty for none. */
  String one(String field) {
    return all(field).isEmpty() ? "" : all(field).getFirst();
  }

  /** A copy of a record with the fields of the form as they are here. */
  ObjectNode over(ObjectNode record) {
    ObjectNode copy = record.deepCopy();
    for (FormField field : fields) {
      if (!values.containsKey(field.name())) {
        continue;
      }
      List<String> texts = all(field.name());
      switch (field.kind()) {
        case CODES, ITEMS -> {
          ArrayNode items = copy.putArray(field.name());
          texts.forEach(items::add);
        }
        case NUMBER -> putNumber(copy, field.name(), one(field.name()));
        case LINE, TEXT, DAY, CODE -> {
          if (texts.isEmpty()) {
            copy.putNull(field.name());
          } else {
            copy.put(field.name(), texts.getFirst());
          }
        }
      }
    }
    return copy;
  }

  /**
   * What results when two people changed one record: what I changed is as I have it, all else is as
   * they have it.
   */
  Draft merged(Draft base, Draft theirs) {
    var result = new LinkedHashMap<String, List<String>>();
    for (FormField field : fields) {
      boolean mine = values.containsKey(field.name()) && !same(field, base);
      result.put(field.name(), mine ? all(field.name()) : theirs.all(field.name()));
    }
    return new Draft(fields, result);
  }

  /** The fields that both I and they changed, to different values. */
  List<String> contested(Draft base, Draft theirs) {
    return fields.stream()
        .filter(field -> values.containsKey(field.name()))
        .filter(field -> !same(field, base) && !theirs.same(field, base) && !same(field, theirs))
        .map(FormField::name)
        .toList();
  }

  private boolean same(FormField field, Draft other) {
    List<String> one = all(field.name());
    List<String> two = other.all(field.name());
    // Boxes come back in the order of the page, not in that of the record.
    return field.kind() == FormField.Kind.CODES
        ? one.size() == two.size() && one.containsAll(two)
        : one.equals(two);
  }

  /** Boxes that are ticked as before keep the order of the record. */
  Draft inOrderOf(Draft record) {
    var result = new LinkedHashMap<>(values);
    for (FormField field : fields) {
      if (same(field, record)) {
        result.put(field.name(), record.all(field.name()));
      }
    }
    return new Draft(fields, result);
  }

  private static void putNumber(ObjectNode target, String name, String text) {
    if (text.isEmpty()) {
      target.putNull(name);
    } else if (text.matches("[0-9]{1,9}")) {
      target.put(name, Integer.parseInt(text));
    } else {
      target.put(name, text);
    }
  }

  private static String text(JsonNode node) {
    return node.isString() ? node.stringValue() : node.toString();
  }
}
