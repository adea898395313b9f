package praya.taxonomy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;

/** The taxonomy as JSON: the vocabularies with their terms, in the order for people. */
final class TaxonomyJson {
  private TaxonomyJson() {}

  static Map<String, @Nullable Object> of(Taxonomy taxonomy) {
    var vocabularies = new ArrayList<Map<String, @Nullable Object>>();
    for (Vocabulary vocabulary : Vocabulary.values()) {
      var json = new LinkedHashMap<String, @Nullable Object>();
      json.put("code", vocabulary.code());
      json.put("terms", taxonomy.list(vocabulary).stream().map(TaxonomyJson::term).toList());
      vocabularies.add(json);
    }
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("vocabularies", vocabularies);
    return json;
  }

  static Map<String, @Nullable Object> term(Term term) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("code", term.code());
    json.put("parent", term.parent());
    json.put("en", term.label().en());
    json.put("zhHant", term.label().zhHant());
    json.put("zhHans", term.label().zhHans());
    json.put("synonyms", List.copyOf(term.synonyms()));
    json.put("noteEn", term.note().en());
    json.put("noteZhHant", term.note().zhHant());
    json.put("noteZhHans", term.note().zhHans());
    return json;
  }
}
