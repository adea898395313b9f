package praya.search;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import praya.domain.Vocabulary;
import praya.search.Bag.Weighed;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Phrase;
import praya.search.text.Lexeme;
import praya.search.text.Lexicon;

/**
 * What one thread needs to write documents: the words that it has met, and those of each term of
 * the taxonomy, weighed once. An organisation has a dozen terms with a dozen phrases each, which
 * would otherwise be most of the work.
 */
final class Scribe {
  private final Glossary glossary;
  private final Lexicon lexicon;
  private final IdentityHashMap<Entry, Lexeme> mentions = new IdentityHashMap<>();
  private final Map<Vocabulary, Map<String, Weighed>> labels = new HashMap<>();
  private int documents;

  Scribe(Glossary glossary) {
    this.glossary = glossary;
    this.lexicon = new Lexicon(glossary);
    learn();
  }

  private void learn() {
    mentions.clear();
    labels.clear();
    for (Entry entry : glossary.entries()) {
      Vocabulary vocabulary = entry.term().vocabulary();
      mentions.put(entry, lexicon.of(Bag.mention(entry.term())));
      labels
          .computeIfAbsent(vocabulary, v -> new HashMap<>())
          .put(entry.term().code(), weigh(entry));
    }
  }

  /** Begins a document, and returns its number. */
  int begin() {
    if (lexicon.forget()) {
      learn();
    }
    return ++documents;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** The mark of a term that a text mentions. */
  Lexeme mention(Entry entry) {
    Lexeme mention = mentions.get(entry);
    if (mention == null) {
      throw new IllegalStateException("A term that the glossary does not have was mentioned.");
    }
    return mention;
  }

  /** What a code says: the words of its term, and marks for itself and the groups above. */
  Weighed label(Vocabulary vocabulary, String code) {
    Weighed known = labels.getOrDefault(vocabulary, Map.of()).get(code);
    if (known != null) {
      return known;
    }
    Lexeme mark = lexicon.of(Bag.code(vocabulary, code));
    return new Weighed(new Lexeme[] {mark}, new int[] {Source.LABEL_WEIGHT}, new Lexeme[0]);
  }

  private Weighed weigh(Entry entry) {
    Vocabulary vocabulary = entry.term().vocabulary();
    Bag bag = new Bag(this);
    for (Phrase phrase : entry.phrases()) {
      bag.add(phrase.text(), phrase.label() ? Source.LABEL_WEIGHT : Source.SYNONYM_WEIGHT);
    }
    List<String> path = glossary.taxonomy().selfAndAncestors(vocabulary, entry.term().code());
    for (int i = 0; i < path.size(); i++) {
      int weight = i == 0 ? Source.LABEL_WEIGHT : Source.LIGHT_WEIGHT;
      bag.mark(Bag.code(vocabulary, path.get(i)), weight);
    }
    return bag.weighed();
  }
}
