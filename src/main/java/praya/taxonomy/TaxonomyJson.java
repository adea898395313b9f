package praya.taxonomy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;

/** The taxonomy as JSON: one list of terms for each vocabulary, named in camelCase. */
final class TaxonomyJson {
  private TaxonomyJson() {}

  static Map<String, @Nullable Object> of(Taxonomy taxonomy) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    for (Vocabulary vocabulary : Vocabulary.values()) {
      json.put(name(vocabulary), taxonomy.list(vocabulary).stream().map(TaxonomyJson::term).toList());
    }
    return json;
  }

  private static Map<String, @Nullable Object> term(Term term) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("code", term.code());
    json.put("parent", term.parent());
    json.put("labelEn", term.label().en());
    json.put("labelZhHant", term.label().zhHant());
    json.put("labelZhHans", term.label().zhHans());
    json.put("synonyms", List.copyOf(term.synonyms()));
    json.put("noteEn", term.note().en());
    json.put("noteZhHant", term.note().zhHant());
    json.put("noteZhHans", term.note().zhHans());
    return json;
  }

  private static String name(Vocabulary vocabulary) {
    String[] words = vocabulary.code().split("_");
    var name = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
    }
    return name.toString();
  }
}
