package praya.stewardship;

import java.util.Map;
import praya.json.Fields;
import praya.json.Json;

/** A text that somebody writes to somebody, checked like the texts of records. */
final class PlainText {
  private PlainText() {}

  /**
   * The text, trimmed; empty for none.
   *
   * @throws praya.domain.Problem.InvalidInput when it is too long or holds what no text has
   */
  static String of(String field, String text, int maxLength) {
    var fields = new Fields(Json.tree(Map.of(field, text)), Fields.Spelling.CAMEL);
    String clean = fields.text(field, maxLength);
    fields.done();
    return clean == null ? "" : clean;
  }
}
