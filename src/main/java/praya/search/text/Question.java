package praya.search.text;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Match;

/**
 * A query text, understood: the parts that a hit should contain, in order. A part is a phrase of
 * the taxonomy, a word, words joined by a mark, or a Chinese word.
 *
 * <p>Chinese has no spaces. Phrases of the taxonomy are recognised first, because they are what
 * this directory is about; a dictionary cuts the rest.
 *
 * @param left the end of a text that was too long; null normally
 */
public record Question(List<Part> parts, @Nullable String left) {
  /** A pasted sentence fits; a pasted page would only find nothing, slowly. */
  public static final int MAX_CHARS = 200;

  /** Each word costs a look into the index; nobody types more. Han characters count as words. */
  public static final int MAX_WORDS = 64;

  /** A term of more characters is not typed by its sounds with spaces between them. */
  private static final int MOST_SYLLABLES = 8;

  private static final BreakIterator CHINESE = BreakIterator.getWordInstance(ULocale.CHINA);

  public Question {
    parts = List.copyOf(parts);
  }

  /**
   * A part of a query.
   *
   * @param terms what it names in the taxonomy; usually nothing
   * @param light says so little that a hit may lack it
   */
  public record Part(List<Word> words, List<Entry> terms, boolean light) {
    public Part {
      words = List.copyOf(words);
    }

    public boolean han() {
      return words.get(0).han();
    }

    /** The words as one, folded. */
    public String joined() {
      return Word.join(words);
    }
  }

  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** The parts that a hit must have: those that are not light, or all if all are. */
  public List<Part> required() {
    List<Part> heavy = parts.stream().filter(part -> !part.light()).toList();
    return heavy.isEmpty() ? parts : heavy;
  }

  public static Question read(String text, Glossary glossary) {
    int end = Math.min(text.length(), MAX_CHARS);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    Stemmer stemmer = new Stemmer();
    List<Word> words = Word.of(text.substring(0, end), new WordScanner(), stemmer);
    if (words.size() > MAX_WORDS) {
      end = words.get(MAX_WORDS).start();
      words = words.subList(0, MAX_WORDS);
    }
    String left =
        end < text.length() && !text.substring(end).isBlank() ? text.substring(end) : null;
    return new Question(split(words, glossary, stemmer), left);
  }

  private static List<Part> split(List<Word> words, Glossary glossary, Stemmer stemmer) {
    List<Part> parts = new ArrayList<>();
    List<Word> chinese = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      Word word = words.get(i);
      if (!chinese.isEmpty() && !(word.han() && word.glued())) {
        cutChinese(chinese, parts);
      }
      Match match = glossary.longest(words, i, stemmer);
      if (match != null && !LightWords.isLight(Word.join(words.subList(i, i + match.length())))) {
        cutChinese(chinese, parts);
        parts.add(new Part(words.subList(i, i + match.length()), match.entries(), false));
        i += match.length();
      } else if (word.han()) {
        chinese.add(word);
        i++;
      } else {
        int end = i + 1;
        while (end < words.size() && words.get(end).glued() && !words.get(end).han()) {
          end++;
        }
        int heard = heard(words, i, glossary, parts);
        if (heard > i) {
          i = heard;
          continue;
        }
        boolean light = end == i + 1 && LightWords.isLight(word.folded());
        parts.add(new Part(words.subList(i, end), List.of(), light));
        i = end;
      }
    }
    cutChinese(chinese, parts);
    return parts;
  }

  /** Takes words that together are the sound of a term; where the next part begins. */
  private static int heard(List<Word> words, int from, Glossary glossary, List<Part> parts) {
    int end = from;
    while (end < words.size() && end < from + MOST_SYLLABLES && !words.get(end).han()) {
      end++;
    }
    for (; end > from; end--) {
      List<Word> run = words.subList(from, end);
      String key = Sounds.key(Word.join(run));
      List<Entry> terms = key == null ? List.of() : glossary.sounding(key);
      if (!terms.isEmpty()) {
        parts.add(new Part(run, terms, false));
        return end;
      }
    }
    return from;
  }

  /**
   * Cuts a run by the dictionary; a lone character joins its neighbour unless it is a light one.
   */
  private static void cutChinese(List<Word> run, List<Part> parts) {
    if (run.isEmpty()) {
      return;
    }
    List<List<Word>> pieces = new ArrayList<>();
    int from = 0;
    for (int to : boundaries(run)) {
      List<Word> piece = run.subList(from, to);
      boolean alone = piece.size() == 1 && !LightWords.isLight(piece.get(0).folded());
      if (alone && !pieces.isEmpty() && !LightWords.isLight(Word.join(pieces.getLast()))) {
        piece = run.subList(from - pieces.removeLast().size(), to);
      }
      pieces.add(piece);
      from = to;
    }
    for (List<Word> piece : Variants.whole(run, pieces)) {
      parts.add(new Part(List.copyOf(piece), List.of(), LightWords.isLight(Word.join(piece))));
    }
    run.clear();
  }

  /** The words of a part, each by itself; Chinese ones as the dictionary has them. */
  public static List<Part> cut(Part part) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= part.words().size(); i++) {
      boolean han = i < part.words().size() && part.words().get(i).han();
      if (han && part.words().get(from).han()) {
        continue;
      }
      cutChinese(new ArrayList<>(part.words().subList(from, i)), parts);
      from = i;
    }
    return parts;
  }

  /** Ends of the dictionary's words, counted in characters of the run. */
  private static List<Integer> boundaries(List<Word> run) {
    List<Integer> ends = new ArrayList<>();
    if (run.size() > 2) {
      BreakIterator breaks = (BreakIterator) CHINESE.clone();
      breaks.setText(Word.join(run));
      int offset = 0;
      for (int i = 0; i < run.size(); i++) {
        offset += run.get(i).folded().length();
        if (i + 1 < run.size() && breaks.isBoundary(offset)) {
          ends.add(i + 1);
        }
      }
    }
    ends.add(run.size());
    return ends;
  }
}
