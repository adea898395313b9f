package praya.search;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import praya.search.text.Grams;
import praya.search.text.Stemmer;
import praya.search.text.Word;
import praya.search.text.WordScanner;

/** The words of one organisation, gathered from all its texts with their weights. */
final class Bag {
  /** Further than any phrase reaches, so that none spans two texts. */
  private static final int GAP = 100;

  private final Map<String, Integer> weights = new TreeMap<>();
  private final List<Token> sequence = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final Set<String> exact = new LinkedHashSet<>();
  private final Set<String> prefixes = new TreeSet<>();
  private final Set<String> spellings = new TreeSet<>();
  private final WordScanner scanner = new WordScanner();
  private final Stemmer stemmer = new Stemmer();

  private record Token(String text, int step) {}

  /** Adds a text that the organisation carries. */
  void add(Source source, String text) {
    List<Word> words = Word.of(text, scanner, stemmer);
    add(words, source.weight());
    if (source.isName()) {
      addName(words);
    }
  }

  /** Adds words with a weight. */
  void add(List<Word> words, int weight) {
    int step = GAP;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (!word.han()) {
        weigh(word.stem(), Grams.isLight(word) ? Source.LIGHT_WEIGHT : weight);
        spell(word);
        sequence.add(new Token(word.stem(), step));
      } else {
        weigh(word.folded(), weight);
        boolean more = i + 1 < words.size() && Grams.follows(words.get(i + 1));
        String gram = more ? word.folded() + words.get(i + 1).folded() : word.folded();
        if (more) {
          weigh(gram, Grams.isLightPair(gram) ? Source.LIGHT_WEIGHT : weight);
        }
        sequence.add(new Token(gram, step));
      }
      step = 1;
    }
    Grams.joined(words).forEach(joined -> weigh(stemmer.stem(joined), weight));
  }

  /** Adds a mark that is no word of a text. */
  void mark(String token, int weight) {
    weigh(token, weight);
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
    weights.merge(token, weight, Integer::sum);
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

  Set<String> spellings() {
    return spellings;
  }

  /** The words with their weights as frequencies. */
  TokenStream weighted() {
    return new WeightedStream(weights.entrySet().iterator());
  }

  TokenStream inOrder() {
    return new SequenceStream(sequence.iterator());
  }

  TokenStream ofNames() {
    return new SequenceStream(names.stream().map(name -> new Token(name, 1)).iterator());
  }

  private static final class WeightedStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final Iterator<Map.Entry<String, Integer>> tokens;

    WeightedStream(Iterator<Map.Entry<String, Integer>> tokens) {
      this.tokens = tokens;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!tokens.hasNext()) {
        return false;
      }
      Map.Entry<String, Integer> token = tokens.next();
      term.append(token.getKey());
      frequency.setTermFrequency(token.getValue());
      return true;
    }
  }

  private static final class SequenceStream extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position =
        addAttribute(PositionIncrementAttribute.class);
    private final Iterator<Token> tokens;

    SequenceStream(Iterator<Token> tokens) {
      this.tokens = tokens;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!tokens.hasNext()) {
        return false;
      }
      Token token = tokens.next();
      term.append(token.text());
      position.setPositionIncrement(token.step());
      return true;
    }
  }
}
