package praya.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import praya.domain.Vocabulary;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Phrase;

/**
 * The words of each term of the taxonomy, weighed once: an organisation has a dozen terms with a
 * dozen phrases each, which would otherwise be most of the work of indexing it.
 */
final class LabelWords {
  private final Glossary glossary;
  private final Map<Entry, Bag> bags = new HashMap<>();

  LabelWords(Glossary glossary) {
    this.glossary = glossary;
    for (Entry entry : glossary.entries()) {
      Bag bag = new Bag(glossary, Weights.OF_A_TERM);
      for (Phrase phrase : entry.phrases()) {
        bag.add(phrase.words(), phrase.label() ? Source.LABEL_WEIGHT : Source.SYNONYM_WEIGHT);
      }
      bags.put(entry, bag);
    }
  }

  Glossary glossary() {
    return glossary;
  }

  /** Adds what a code says: the words of its term, and marks for itself and the groups above. */
  void add(Vocabulary vocabulary, String code, Bag to) {
    Entry entry = glossary.find(vocabulary, code).orElse(null);
    Bag words = entry == null ? null : bags.get(entry);
    if (words != null) {
      to.addAll(words);
    }
    List<String> path = glossary.taxonomy().selfAndAncestors(vocabulary, code);
    for (int i = 0; i < path.size(); i++) {
      int weight = i == 0 ? Source.LABEL_WEIGHT : Source.LIGHT_WEIGHT;
      to.mark(Bag.code(vocabulary, path.get(i)), weight);
    }
  }
}
