package praya.organisation;

import praya.domain.Relation;
import praya.domain.Taxonomy;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.json.Fields;

/** What people and seed files write about a relation. */
public final class RelationForm {
  private RelationForm() {}

  public static Relation.Content parse(Fields fields, Taxonomy taxonomy) {
    String from = fields.requiredText("from", 80);
    String to = fields.requiredText("to", 80);
    if (!from.isEmpty() && from.equals(to)) {
      fields.fault("to", to, "must be another organisation than the field from");
    }
    String since = fields.text("since", 10);
    if (since != null && !since.matches("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?")) {
      fields.fault(
          "since", since, "must be a year, a month or a day, such as 2025, 2025-03 or 2025-03-14");
    }
    return new Relation.Content(
        new Relation.Ends(from, to),
        fields.code("type", taxonomy, Vocabulary.RELATION_TYPES),
        fields.localText("fact", 2000),
        since,
        fields.requiredText("source", 1000),
        Boolean.TRUE.equals(fields.bool("fictional")),
        fields.choice(
            "visibility", Visibility.OF_ORGANISATIONS, Visibility::code, Visibility.PUBLIC));
  }
}
