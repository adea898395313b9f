package praya.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.text.Grams;
import praya.search.text.Lexeme;
import praya.search.text.Lexicon;
import praya.search.text.Sounds;
import praya.search.text.Word;

/**
 * The words of one organisation, gathered from all its texts with their weights. Until it is {@link
 * #weighed}, no other may be filled from the same {@link Scribe}.
 */
final class Bag {
  private final Scribe scribe;
  private final Lexicon lexicon;
  private final int document;
  private final List<Lexeme> words = new ArrayList<>(512);
  private final List<Lexeme> spellings = new ArrayList<>(128);
  private final List<String> names = new ArrayList<>();
  private final Set<String> exact = new LinkedHashSet<>();
  private final Set<String> prefixes = new HashSet<>();
  private final Set<String> sounds = new HashSet<>();

  Bag(Scribe scribe) {
    this.scribe = scribe;
    this.document = scribe.begin();
    this.lexicon = scribe.lexicon();
  }

  /** Adds a text that the organisation carries, and a mark for each term that it mentions. */
  void add(Source source, String text) {
    add(text, source.weight());
    lexicon.mentions(entry -> {
      Lexeme mention = scribe.mention(entry);
      if (mention.weigh(document, 0)) {
        mention.weigh(document, Source.LABEL_WEIGHT); // however often it is mentioned
        words.add(mention);
      }
    });
    if (source.isName()) {
      addName(Word.of(text));
      sounds.addAll(Sounds.keys(text));
    }
  }

  /** Adds the words of a text with a weight. */
  void add(String text, int weight) {
    lexicon.read(text);
    for (int i = 0; i < lexicon.count(); i++) {
      Lexeme word = lexicon.word(i);
      if (!lexicon.isHan(i)) {
        weigh(lexicon.stem(i), word.light() ? Source.LIGHT_WEIGHT : weight);
        spell(word);
      } else {
        weigh(word, weight);
        if (lexicon.follows(i + 1)) {
          Lexeme pair = lexicon.pair(i);
          weigh(pair, pair.light() ? Source.LIGHT_WEIGHT : weight);
        }
      }
    }
    lexicon.joined(joined -> weigh(lexicon.stem(joined), weight));
  }

  /** Adds what a code says. */
  void add(Vocabulary vocabulary, String code) {
    Weighed of = scribe.label(vocabulary, code);
    for (int i = 0; i < of.words().length; i++) {
      weigh(of.words()[i], of.weights()[i]);
    }
    for (Lexeme spelled : of.spellings()) {
      spell(spelled);
    }
  }

  /** Adds a mark that is no word of a text. */
  void mark(String token, int weight) {
    weigh(lexicon.of(token), weight);
  }

  /** The token of a term that a text mentions; no word begins with this character. */
  static String mention(Term term) {
    return "~" + term.vocabulary().code() + "/" + term.code();
  }

  /** The token of a term that the organisation is classified by, itself or by a child. */
  static String code(Vocabulary vocabulary, String code) {
    return "#" + vocabulary.code() + "/" + code;
  }

  private void addName(List<Word> name) {
    List<Word> heavy = name.stream().filter(word -> !Grams.isLight(word)).toList();
    for (String gram : Grams.of(heavy)) {
      names.add(gram);
    }
    for (int i = 0; i + 1 < name.size(); i++) {
      if (!name.get(i).han() && !name.get(i + 1).han()) {
        Lexeme joined = lexicon.of(name.get(i).folded() + name.get(i + 1).folded());
        weigh(lexicon.stem(joined), Source.ALIAS.weight());
      }
    }
    exact.addAll(Grams.signatures(name));
    prefixes.addAll(Grams.tails(name));
  }

  private void weigh(Lexeme word, int weight) {
    if (word.weigh(document, weight)) {
      words.add(word);
    }
  }

  private void spell(Lexeme word) {
    if (word.text().length() >= Spelling.SHORTEST
        && Character.isLetter(word.text().charAt(0))
        && word.spell(document)) {
      spellings.add(word);
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

  List<String> names() {
    return names;
  }

  /** All that was gathered, which then no longer changes. */
  Weighed weighed() {
    Lexeme[] all = words.toArray(Lexeme[]::new);
    int[] weights = new int[all.length];
    for (int i = 0; i < all.length; i++) {
      weights[i] = all[i].weight();
    }
    return new Weighed(all, weights, spellings.toArray(Lexeme[]::new));
  }

  /**
   * Words with what each weighs, and the Latin ones as they are written.
   *
   * @param weights of the words, in their order
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Weighed(Lexeme[] words, int[] weights, Lexeme[] spellings) {
    BytesRef[] written() {
      return bytes(words);
    }

    BytesRef[] spelled() {
      return bytes(spellings);
    }

    private static BytesRef[] bytes(Lexeme[] words) {
      BytesRef[] bytes = new BytesRef[words.length];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = new BytesRef(words[i].utf8());
      }
      return bytes;
    }
  }

  /** Texts as the index has them. */
  static BytesRef[] bytes(Collection<String> texts) {
    BytesRef[] bytes = new BytesRef[texts.size()];
    int next = 0;
    for (String text : texts) {
      bytes[next++] = new BytesRef(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes;
  }
}
