package praya.seed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import praya.domain.Fault;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.json.Fields;
import praya.taxonomy.TermForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The seed's file of vocabularies: one list of terms under each name. */
final class TaxonomyForm {
  /** What the file says about itself. */
  private static final Set<String> ABOUT = Set.of("version", "notes");

  private TaxonomyForm() {}

  /** Reads the terms and adds faults with their place. */
  static List<Term> parse(SeedFile.Line line, List<Fault> faults) {
    var terms = new ArrayList<Term>();
    for (var entry : line.object().properties()) {
      if (ABOUT.contains(entry.getKey())) {
        continue;
      }
      var vocabulary = Vocabulary.find(entry.getKey());
      if (vocabulary.isEmpty()) {
        faults.add(
            new Fault(line.place() + " " + entry.getKey(), null, "This vocabulary is not known."));
        continue;
      }
      if (!entry.getValue().isArray()) {
        // Taken for an empty list it would delete the whole vocabulary.
        faults.add(
            new Fault(
                line.place() + " " + entry.getKey(),
                entry.getValue().toString(),
                "A vocabulary must be a list of terms."));
        continue;
      }
      var codes = new HashSet<String>();
      int index = 0;
      for (JsonNode item : entry.getValue()) {
        String place = line.place() + " " + entry.getKey() + "[" + index++ + "]";
        if (item instanceof ObjectNode object) {
          var fields = new Fields(object, Fields.Spelling.SNAKE);
          Term term = TermForm.parse(vocabulary.get(), fields);
          fields.refuseUnknown();
          if (!codes.add(term.code())) {
            fields.fault("code", term.code(), "is given twice");
          }
          Importer.placed(place, fields.faults(), faults);
          terms.add(term);
        } else {
          faults.add(new Fault(place, item.toString(), "A term must be an object."));
        }
      }
    }
    requireParents(line, terms, faults);
    return terms;
  }

  private static void requireParents(SeedFile.Line line, List<Term> terms, List<Fault> faults) {
    var known = new HashSet<String>();
    terms.forEach(term -> known.add(term.vocabulary() + " " + term.code()));
    for (Term term : terms) {
      if (term.parent() != null && !known.contains(term.vocabulary() + " " + term.parent())) {
        faults.add(
            new Fault(
                line.place() + " " + term.code() + " parent",
                term.parent(),
                "The parent (" + term.parent() + ") is not a term of the same vocabulary."));
      }
    }
  }
}
