package praya.call;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.json.Fields;

/**
 * What seed files say about a call.
 *
 * @param organiser the slug of who asks; null for nobody in the directory
 */
public record CallForm(
    String id,
    Call.Wording wording,
    Call.Asked asked,
    Call.Members members,
    @Nullable LocalDate deadline,
    @Nullable String organiser,
    boolean fictional) {
  /** As many as teams are found for exactly. */
  private static final int MOST_CAPABILITIES = 10;

  private static final int MOST_MEMBERS = 30;

  /** Reads a record; collects faults in the fields. */
  public static CallForm parse(Fields fields, Taxonomy terms) {
    String id = fields.requiredText("id", 63);
    boolean fictional = Boolean.TRUE.equals(fields.bool("fictional"));
    LocalText title = fields.requiredLocalText("title", 200);
    LocalText text = fields.localText("text", 4000);
    String source = fields.text("source", 500);
    if (source == null && !fictional) {
      fields.fault("source", null, "must say where the call is published");
    }
    List<String> capabilities =
        fields.codes("requiredCapabilities", terms, Vocabulary.CAPABILITIES);
    if (fields.faultless() && (capabilities.isEmpty() || capabilities.size() > MOST_CAPABILITIES)) {
      fields.fault(
          "requiredCapabilities",
          Integer.toString(capabilities.size()),
          "must name 1 to " + MOST_CAPABILITIES + " capabilities");
    }
    int least = Objects.requireNonNullElse(fields.integer("minMembers", 1, MOST_MEMBERS), 1);
    int most =
        Objects.requireNonNullElse(fields.integer("maxMembers", 1, MOST_MEMBERS), MOST_MEMBERS);
    if (least > most) {
      fields.fault("maxMembers", Integer.toString(most), "must not be below the field minMembers");
    }
    return new CallForm(
        id,
        new Call.Wording(title, text, source),
        new Call.Asked(capabilities, fields.codes("sectors", terms, Vocabulary.SECTORS)),
        new Call.Members(fields.codes("eligibleKinds", terms, Vocabulary.KINDS), least, most),
        fields.date("deadline"),
        fields.text("organiser", 80),
        fictional);
  }
}
