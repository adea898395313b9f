package praya.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.text.Glossary;
import praya.search.text.Grams;
import praya.search.text.Sounds;
import praya.search.text.Stemmer;
import praya.search.text.Word;
import praya.search.text.WordScanner;

/** The words of one organisation, gathered from all its texts with their weights. */
final class Bag {
  private final Glossary glossary;
  private final Weights weights;
  private final Set<String> mentions = new HashSet<>();
  private final List<String> names = new ArrayList<>();
  private final Set<String> exact = new LinkedHashSet<>();
  private final Set<String> prefixes = new HashSet<>();
  private final Set<String> spellings = new HashSet<>();
  private final Set<String> sounds = new HashSet<>();
  private final WordScanner scanner = new WordScanner();
  private final Stemmer stemmer = new Stemmer();

  Bag(Glossary glossary) {
    this(glossary, Weights.OF_A_DOCUMENT);
  }

  Bag(Glossary glossary, int places) {
    this.glossary = glossary;
    this.weights = new Weights(places);
  }

  /** Adds a text that the organisation carries, and a mark for each term that it mentions. */
  void add(Source source, String text) {
    List<Word> words = Word.of(text, scanner, stemmer);
    add(words, source.weight());
    glossary.mentions(words, entry -> mentions.add(mention(entry.term())));
    if (source.isName()) {
      addName(words);
      sounds.addAll(Sounds.keys(text));
    }
  }

  /** Adds words with a weight. */
  void add(List<Word> words, int weight) {
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (!word.han()) {
        weigh(word.stem(), Grams.isLight(word) ? Source.LIGHT_WEIGHT : weight);
        spell(word);
      } else {
        weigh(word.folded(), weight);
        if (i + 1 < words.size() && Grams.follows(words.get(i + 1))) {
          String pair = word.folded() + words.get(i + 1).folded();
          weigh(pair, Grams.isLightPair(pair) ? Source.LIGHT_WEIGHT : weight);
        }
      }
    }
    Grams.joined(words).forEach(joined -> weigh(stemmer.stem(joined), weight));
  }

  /** Adds all words of another bag, but none of its names. */
  void addAll(Bag other) {
    other.weights.forEach(this::weigh);
    spellings.addAll(other.spellings);
  }

  /** Adds a mark that is no word of a text. */
  void mark(String token, int weight) {
    weigh(token, weight);
  }

  /** The token of a term that a text mentions; no word begins with this character. */
  static String mention(Term term) {
    return "~" + term.vocabulary().code() + "/" + term.code();
  }

  /** The token of a term that the organisation is classified by, itself or by a child. */
  static String code(Vocabulary vocabulary, String code) {
    return "#" + vocabulary.code() + "/" + code;
  }

  private void addName(List<Word> words) {
    List<Word> heavy = words.stream().filter(word -> !Grams.isLight(word)).toList();
    for (String gram : Grams.of(heavy)) {
      names.add(gram);
    }
    for (int i = 0; i + 1 < words.size(); i++) {
      if (!words.get(i).han() && !words.get(i + 1).han()) {
        String joined = words.get(i).folded() + words.get(i + 1).folded();
        weigh(stemmer.stem(joined), Source.ALIAS.weight());
      }
    }
    exact.addAll(Grams.signatures(words));
    prefixes.addAll(Grams.tails(words));
  }

  private void weigh(String token, int weight) {
    weights.add(token, weight);
  }

  private void spell(Word word) {
    if (word.folded().length() >= Spelling.SHORTEST
        && Character.isLetter(word.folded().charAt(0))) {
      spellings.add(word.folded());
    }
  }

  Set<String> exact() {
    return exact;
  }

  Set<String> prefixes() {
    return prefixes;
  }

  Set<String> sounds() {
    return sounds;
  }

  Set<String> spellings() {
    return spellings;
  }

  /** The words with their weights as frequencies. */
  TokenStream weighted() {
    mentions.forEach(mention -> weights.set(mention, Source.LABEL_WEIGHT));
    return new WeightedStream(weights);
  }

  TokenStream ofNames() {
    return new SequenceStream(names);
  }

  private static final class WeightedStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Weights all;
    private int next;

    WeightedStream(Weights all) {
      this.all = all;
    }

    /** Begins anew: one document is written to several indexes, and an end leaves its marks. */
    @Override
    public void reset() {
      clearAttributes();
      next = 0;
    }

    /** Sets both attributes each time, so nothing needs clearing between: that takes longer. */
    @Override
    public boolean incrementToken() {
      if (next == all.size()) {
        return false;
      }
      term.setEmpty().append(all.word(next));
      frequency.setTermFrequency(all.weight(next));
      next++;
      return true;
    }
  }

  private static final class SequenceStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Collection<String> all;
    private Iterator<String> tokens;

    SequenceStream(Collection<String> all) {
      this.all = all;
      this.tokens = all.iterator();
    }

    @Override
    public void reset() {
      tokens = all.iterator();
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!tokens.hasNext()) {
        return false;
      }
      term.append(tokens.next());
      return true;
    }
  }
}
