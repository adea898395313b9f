package praya.search.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;

/**
 * The words of the taxonomy, ready to be recognised in a query: every label and synonym of the
 * layers, sectors and capabilities, and every label of the kinds, in every language. Immutable.
 */
public final class Glossary {
  /** Vocabularies whose terms describe an organisation, the most telling first. */
  public static final List<Vocabulary> DESCRIBING =
      List.of(Vocabulary.CAPABILITIES, Vocabulary.SECTORS, Vocabulary.LAYERS, Vocabulary.KINDS);

  private final Taxonomy taxonomy;
  private final Node root = new Node();
  private final Map<String, List<Entry>> spoken = new HashMap<>();
  private final Map<Vocabulary, Map<String, Entry>> entries = new EnumMap<>(Vocabulary.class);

  public Glossary(Taxonomy taxonomy) {
    this.taxonomy = taxonomy;
    WordScanner scanner = new WordScanner();
    Stemmer stemmer = new Stemmer();
    for (Vocabulary vocabulary : DESCRIBING) {
      Map<String, Entry> byCode = new LinkedHashMap<>();
      for (Term term : taxonomy.list(vocabulary)) {
        Entry entry = new Entry(term, phrases(term, scanner, stemmer));
        byCode.put(term.code(), entry);
        entry.phrases().forEach(phrase -> add(phrase, entry));
      }
      entries.put(vocabulary, byCode);
    }
  }

  /** A term with all its phrases: labels first, in the order of the languages, then synonyms. */
  public record Entry(Term term, List<Phrase> phrases) {}

  /**
   * One way to say a term; a label if not a synonym. Every query of the term asks for its forms, so
   * they are made once.
   *
   * @param stems of the words
   * @param grams as texts are indexed, see {@link Grams#stems}
   */
  public record Phrase(ScannedText scanned, List<String> stems, List<String> grams, boolean label) {
    static Phrase of(String text, List<Word> words, boolean label) {
      List<String> stems = words.stream().map(Word::stem).toList();
      return new Phrase(ScannedText.of(text, words), stems, Grams.stems(words), label);
    }

    public String text() {
      return scanned.text();
    }

    public List<Word> words() {
      return scanned.words();
    }
  }

  /** Terms that a stretch of words names; several if people use the word for several things. */
  public record Match(int length, List<Entry> entries) {}

  static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Entry> entries = new ArrayList<>();
    final List<Entry> meant = new ArrayList<>();
  }

  public Taxonomy taxonomy() {
    return taxonomy;
  }

  public Optional<Entry> find(Vocabulary vocabulary, String code) {
    return Optional.ofNullable(entries.getOrDefault(vocabulary, Map.of()).get(code));
  }

  /** Terms that a phrase of sounds like this. */
  public List<Entry> sounding(String key) {
    return spoken.getOrDefault(Sounds.WHOLE + key, List.of());
  }

  /** All entries, in the order of {@link #DESCRIBING} and of the taxonomy. */
  public List<Entry> entries() {
    List<Entry> all = new ArrayList<>();
    DESCRIBING.forEach(v -> all.addAll(entries.getOrDefault(v, Map.of()).values()));
    return all;
  }

  /** The longest phrase that begins at this word; two words may stand for one joined. */
  public @Nullable Match longest(List<Word> words, int from, Stemmer stemmer) {
    Match best = new Walk(words, from, stemmer).longest(root, 0);
    return best == null
        ? null
        : new Match(best.length(), Collections.unmodifiableList(best.entries()));
  }

  /**
   * Whether the phrase means the term and not only an example of it. A sector's other words are
   * examples: "hotel" does not mean "airline". Layers and kinds are too common as words to say
   * anything that their codes do not.
   */
  public static boolean means(Entry entry, Phrase phrase) {
    return switch (entry.term().vocabulary()) {
      case CAPABILITIES -> true;
      case SECTORS -> phrase.label();
      default -> false;
    };
  }

  /** Tells each term that the words mention by a phrase that means it, as often as they do. */
  public void mentions(List<Word> words, Consumer<Entry> told) {
    for (int from = 0; from < words.size(); from++) {
      Node node = root.next.get(words.get(from).stem());
      for (int at = from + 1; node != null; at++) {
        node.meant.forEach(told);
        node = at < words.size() ? node.next.get(words.get(at).stem()) : null;
      }
    }
  }

  /** Where the phrases go on that begin with a stem; null for none. */
  @Nullable Node opens(String stem) {
    return root.next.get(stem);
  }

  /** A walk down the tree of phrases from one word on. */
  private record Walk(List<Word> words, int from, Stemmer stemmer) {
    @Nullable Match longest(Node node, int length) {
      Match best = node.entries.isEmpty() || length == 0 ? null : new Match(length, node.entries);
      int at = from + length;
      if (at >= words.size()) {
        return best;
      }
      Node next = node.next.get(words.get(at).stem());
      if (next != null) {
        best = longer(best, longest(next, length + 1));
      }
      if (at + 1 < words.size() && !words.get(at).han() && !words.get(at + 1).han()) {
        Node joined = node.next.get(stemmer.stem(Word.join(words.subList(at, at + 2))));
        if (joined != null) {
          best = longer(best, longest(joined, length + 2));
        }
      }
      return best;
    }
  }

  private static @Nullable Match longer(@Nullable Match one, @Nullable Match other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.length() > one.length() ? other : one;
  }

  private void add(Phrase phrase, Entry entry) {
    for (String sound : Sounds.keys(phrase.text())) {
      List<Entry> same = spoken.computeIfAbsent(sound, s -> new ArrayList<>());
      if (!same.contains(entry)) {
        same.add(entry);
      }
    }
    put(phrase.stems(), phrase, entry);
    boolean glued = phrase.words().size() > 1;
    for (int i = 1; i < phrase.words().size(); i++) {
      glued &= phrase.words().get(i).glued() && !phrase.words().get(i).han();
    }
    if (glued) {
      put(List.of(new Stemmer().stem(Word.join(phrase.words()))), phrase, entry);
    }
    for (List<Word> elsewhere : Variants.of(phrase.words())) {
      put(elsewhere.stream().map(Word::stem).toList(), phrase, entry);
    }
  }

  private void put(List<String> path, Phrase phrase, Entry entry) {
    Node node = root;
    for (String step : path) {
      node = node.next.computeIfAbsent(step, s -> new Node());
    }
    if (node != root && !node.entries.contains(entry)) {
      node.entries.add(entry);
    }
    if (means(entry, phrase) && !node.meant.contains(entry)) {
      node.meant.add(entry);
    }
  }

  private static List<Phrase> phrases(Term term, WordScanner scanner, Stemmer stemmer) {
    List<Phrase> phrases = new ArrayList<>();
    LocalText label = term.label();
    for (@Nullable String text : new String[] {label.en(), label.zhHant(), label.zhHans()}) {
      if (text != null) {
        phrase(text, true, scanner, stemmer).ifPresent(phrases::add);
      }
    }
    // A kind's other words are its commonest members: who searches a bank wants no oil company.
    if (term.vocabulary() != Vocabulary.KINDS) {
      for (String synonym : term.synonyms()) {
        phrase(synonym, false, scanner, stemmer).ifPresent(phrases::add);
      }
    }
    return List.copyOf(phrases);
  }

  /** The phrase of a text; empty for a text without a word. */
  private static Optional<Phrase> phrase(
      String text, boolean label, WordScanner scanner, Stemmer stemmer) {
    List<Word> words = Word.of(text, scanner, stemmer);
    return words.isEmpty() ? Optional.empty() : Optional.of(Phrase.of(text, words, label));
  }
}
