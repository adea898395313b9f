package praya.search.text;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The words that are met while documents are indexed: what is known of a word is found out once,
 * and a word that is met again is looked up by its characters where they stand. Most words of a
 * text are among the few thousand that all texts are made of.
 *
 * <p>Reads one text at a time; not for several threads.
 */
public final class Lexicon {
  /** More words than this are forgotten all at once; some ten megabytes. */
  private static final int MOST = 1 << 16;

  private static final int PLACES = 1 << 10;
  private static final int MULTIPLIER = 31; // of String.hashCode

  private final Glossary glossary;
  private final Stemmer stemmer = new Stemmer();
  private final WordScanner scanner = new WordScanner();
  private @Nullable Lexeme[] places = new Lexeme[PLACES];
  private int size;

  private Lexeme[] words = new Lexeme[256];
  private boolean[] han = new boolean[256];
  private boolean[] glued = new boolean[256];
  private int count;

  public Lexicon(Glossary glossary) {
    this.glossary = glossary;
  }

  /** Forgets all words if they are too many; whoever keeps one must get it anew then. */
  public boolean forget() {
    if (size <= MOST) {
      return false;
    }
    places = new Lexeme[PLACES];
    size = 0;
    count = 0;
    return true;
  }

  /** Reads the words of a text, which are the words of the lexicon until the next text. */
  public void read(String text) {
    count = 0;
    scanner.read(text);
    while (scanner.next()) {
      if (count == words.length) {
        words = Arrays.copyOf(words, 2 * count);
        han = Arrays.copyOf(han, 2 * count);
        glued = Arrays.copyOf(glued, 2 * count);
      }
      words[count] = of(scanner);
      han[count] = scanner.han();
      glued[count++] = scanner.glued();
    }
  }

  /** How many words the text has. */
  public int count() {
    return count;
  }

  public Lexeme word(int number) {
    return words[number];
  }

  public boolean isHan(int number) {
    return han[number];
  }

  /** Whether the word continues a run of Han characters. */
  public boolean follows(int number) {
    return number < count && han[number] && glued[number];
  }

  /** The word without its ending; the same for one that is not of Latin letters. */
  public Lexeme stem(Lexeme word) {
    if (word.stem == null) {
      String stem = stemmer.stem(word.text());
      word.stem = stem.equals(word.text()) ? word : of(stem);
    }
    return word.stem;
  }

  /** A word and the one behind it as one. */
  public Lexeme pair(int number) {
    Lexeme one = words[number];
    Lexeme other = words[number + 1];
    int hash = one.hash;
    for (int i = 0; i < other.text().length(); i++) {
      hash = hash * MULTIPLIER + other.text().charAt(i);
    }
    for (Lexeme at = places[place(hash)]; at != null; at = at.next) {
      if (at.hash == hash && at.is(one, other)) {
        return at;
      }
    }
    return add(one.text() + other.text());
  }

  /** Tells each chain of Latin words that hang together, as one word; see {@link Grams#joined}. */
  public void joined(Consumer<Lexeme> told) {
    for (int from = 0; from < count; ) {
      int end = from + 1;
      while (end < count && glued[end] && !han[end]) {
        end++;
      }
      if (!han[from] && Grams.isChain(end - from)) {
        StringBuilder joined = new StringBuilder();
        for (int i = from; i < end; i++) {
          joined.append(words[i].text());
        }
        told.accept(of(joined.toString()));
      }
      from = end;
    }
  }

  /** Tells each term that the text mentions; see {@link Glossary#mentions}. */
  public void mentions(Consumer<Glossary.Entry> told) {
    for (int from = 0; from < count; from++) {
      Glossary.Node node = stem(from).opens;
      for (int at = from + 1; node != null; at++) {
        node.meant.forEach(told);
        node = at < count ? node.next.get(stem(at).text()) : null;
      }
    }
  }

  /** The word at a place of the text without its ending. */
  public Lexeme stem(int number) {
    return han[number] ? words[number] : stem(words[number]);
  }

  public Lexeme of(String text) {
    int hash = text.hashCode();
    for (Lexeme at = places[place(hash)]; at != null; at = at.next) {
      if (at.hash == hash && at.text().equals(text)) {
        return at;
      }
    }
    return add(text);
  }

  private Lexeme of(WordScanner scanned) {
    char[] chars = scanned.chars();
    int from = scanned.from();
    int length = scanned.kept();
    int hash = 0;
    for (int i = from; i < from + length; i++) {
      hash = hash * MULTIPLIER + chars[i];
    }
    for (Lexeme at = places[place(hash)]; at != null; at = at.next) {
      if (at.hash == hash && at.is(chars, from, length)) {
        return at;
      }
    }
    return add(scanned.word());
  }

  private int place(int hash) {
    return (hash ^ hash >>> 15) & places.length - 1;
  }

  private Lexeme add(String text) {
    if (size == places.length) {
      grow();
    }
    Lexeme added = new Lexeme(text, glossary);
    hang(added);
    size++;
    return added;
  }

  private void hang(Lexeme word) {
    int place = place(word.hash);
    word.next = places[place];
    places[place] = word;
  }

  private void grow() {
    @Nullable Lexeme[] before = places;
    places = new Lexeme[2 * before.length];
    for (Lexeme at : before) {
      while (at != null) {
        Lexeme behind = at.next;
        hang(at);
        at = behind;
      }
    }
  }
}
