package praya.taxonomy;

import praya.domain.LocalText;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.json.Fields;

/** A term as JSON, in the seed's file and from staff alike. */
public final class TermForm {
  public static final int CODE = 63;
  public static final int LABEL = 300;
  public static final int MOST_SYNONYMS = 60;
  public static final int SYNONYM = 100;
  public static final int NOTE = 2000;

  private TermForm() {}

  /** Reads a term; faults stay in the fields. */
  public static Term parse(Vocabulary vocabulary, Fields fields) {
    String code = fields.requiredText("code", CODE);
    if (!code.isEmpty() && !code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      fields.fault("code", code, "must be small letters, digits and single hyphens, such as ocr");
    }
    return new Term(
        vocabulary,
        code,
        fields.text("parent", CODE),
        new LocalText(
            fields.requiredText("en", LABEL),
            fields.requiredText("zhHant", LABEL),
            fields.requiredText("zhHans", LABEL)),
        fields.texts("synonyms", MOST_SYNONYMS, SYNONYM),
        fields.localText("note", NOTE));
  }
}
