package praya.search;

import static praya.search.TermClauses.boost;
import static praya.search.TermClauses.isPossible;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;
import praya.search.text.Fillers;
import praya.search.text.Folding;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Match;
import praya.search.text.Glossary.Phrase;
import praya.search.text.Grams;
import praya.search.text.Marker;
import praya.search.text.Question;
import praya.search.text.Question.Part;
import praya.search.text.Stemmer;
import praya.search.text.Variants;
import praya.search.text.Word;
import praya.search.text.WordScanner;

/**
 * A question of many words, a sentence or a pasted page, as a query. No text has all its words, so
 * none must be there: each adds what it is worth, and the most telling ones are asked for. Measured
 * on abstracts and questions about them (Cranfield) and on pages sought by their descriptions.
 */
final class LongQuestion {
  /** A page of text. What is behind it says nothing new, and each word costs a look-up. */
  static final int MAX_CHARS = 10_000;

  /** Parts, the light ones not counted, from which a query is a sentence. */
  static final int FROM_PARTS = 4;

  /** Different words that are looked up. */
  private static final int MOST_CANDIDATES = 2_000;

  /** Words that are asked for: with more, results hardly change. Marks can tell 64 apart. */
  private static final int MOST_TERMS = 64;

  /**
   * Entries of the index that one question may read: some milliseconds. The commonest words, which
   * tell least, are the first to go.
   */
  private static final long MOST_POSTINGS = 3_000_000;

  /** What hangs together, as one word, beside its words. */
  private static final float JOINED = 0.5f;

  /** A term of the taxonomy that the question names, whatever a text calls it. */
  private static final float MENTION = 0.3f;

  /** The same as people elsewhere say it: the words of one place or the other are in a text. */
  private static final float ELSEWHERE = 0.5f;

  /** Nobody reads on behind so many hits that have only some of the words. */
  private static final int ENOUGH = 50;

  /** Soon saturated, so that a word of a sentence in a name does not outweigh two in a summary. */
  private static final float IN_ENTRIES = 1f;

  /** Words among which phrases of other places are looked for at a time. */
  private static final int STRETCH = 64;

  /** What a reader is told must fit on a page. */
  private static final int MOST_PHRASES = 12;

  private final Snapshot snapshot;
  private final TermClauses clauses;
  private final Glossary glossary;
  private final Stemmer stemmer = new Stemmer();
  private final String text;
  private final List<Word> words;
  private final Map<String, Candidate> candidates = new LinkedHashMap<>();

  private LongQuestion(Snapshot snapshot, TermClauses clauses, Glossary glossary, String text) {
    this.snapshot = snapshot;
    this.clauses = clauses;
    this.glossary = glossary;
    this.text = text.substring(0, end(text));
    this.words = Word.of(this.text, new WordScanner(), stemmer);
  }

  /** A token of the index that the question has, and where. */
  private static final class Candidate {
    final String token;
    final List<Word> words;
    final List<Entry> entries;
    float times;
    double worth;
    long postings;

    Candidate(String token, List<Word> words, List<Entry> entries) {
      this.token = token;
      this.words = words;
      this.entries = entries;
    }
  }

  /** The query of a text; null if it is none of many words, or somebody's very name. */
  static @Nullable TextQuery of(
      Snapshot snapshot, TermClauses clauses, Glossary glossary, Asked asked) throws IOException {
    boolean sentence = asked.question().required().size() >= FROM_PARTS;
    if (asked.question().left() == null && !sentence) {
      return null;
    }
    LongQuestion question = new LongQuestion(snapshot, clauses, glossary, asked.text());
    return question.isName() ? null : question.query();
  }

  /** A text as it was given, and as it is understood. */
  record Asked(String text, Question question) {}

  /** What a question that is too long has behind its end; null normally. */
  static @Nullable String left(String text) {
    String left = text.substring(end(text));
    return left.isBlank() ? null : left;
  }

  private static int end(String text) {
    if (text.length() <= MAX_CHARS) {
      return text.length();
    }
    return Character.isHighSurrogate(text.charAt(MAX_CHARS - 1)) ? MAX_CHARS - 1 : MAX_CHARS;
  }

  private boolean isName() throws IOException {
    for (String signature : Grams.signatures(words)) {
      if (isPossible(clauses.exact(signature))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable TextQuery query() throws IOException {
    gather();
    List<Candidate> chosen = choose();
    if (chosen.isEmpty()) {
      return null;
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    Marker marker = new Marker();
    List<Part> parts = new ArrayList<>();
    Map<String, String> alsoSearched = new LinkedHashMap<>();
    for (Candidate each : chosen) {
      any.add(boost(clauses.bag(each.token), each.times), Occur.SHOULD);
      marker.seek(each.words.stream().map(Word::stem).toList(), parts.size(), true);
      for (Entry entry : each.entries) {
        tell(entry, parts.size(), marker, alsoSearched);
      }
      parts.add(new Part(each.words, each.entries, false));
    }
    Query query = new ScoredBy(fewest(any, chosen.size()), scoring());
    return new TextQuery(parts, query, marker, List.copyOf(alsoSearched.values()), Map.of());
  }

  /**
   * Those with a quarter of the words, and no fewer than two, if that leaves enough to read;
   * otherwise those with any. One word of a sentence is in half of all texts.
   */
  private BooleanQuery fewest(BooleanQuery.Builder any, int words) throws IOException {
    if (words < FROM_PARTS) {
      return any.build();
    }
    any.setMinimumNumberShouldMatch(Math.max(2, words / 4));
    BooleanQuery some = any.build();
    return snapshot.count(some) >= ENOUGH ? some : any.setMinimumNumberShouldMatch(0).build();
  }

  /**
   * Saturation grows with what a word of a text weighs on average: in a summary a word stands once
   * or twice, on a page of a manual a dozen times, and each time says more. Where organisations are
   * classified, that a word is there at all says nearly everything: it is their name's or their
   * label's by chance of wording.
   */
  private Similarity scoring() throws IOException {
    CollectionStatistics bag = snapshot.collectionStatistics(Fields.BAG);
    if (snapshot.collectionStatistics(Fields.TIE) != null) {
      return Fields.similarity(IN_ENTRIES, 0.75f);
    }
    double mean = bag == null ? 0 : (double) bag.sumTotalTermFreq() / bag.sumDocFreq();
    return Fields.similarity((float) Math.max(4, 1.6 * mean - 6), 0.75f);
  }

  private void gather() {
    pairs(words, 1, Set.of());
    Set<String> given = Set.copyOf(candidates.keySet());
    for (int from = 0; from < words.size(); from += STRETCH) {
      List<Word> stretch = words.subList(from, Math.min(words.size(), from + STRETCH));
      Variants.of(stretch).forEach(elsewhere -> pairs(elsewhere, ELSEWHERE, given));
    }
    chains();
    terms();
  }

  /** Latin words, pairs of Han characters and those that stand alone; none that was given. */
  private void pairs(List<Word> words, float times, Set<String> given) {
    for (int i = 0; i < words.size() && candidates.size() < MOST_CANDIDATES; i++) {
      Word word = words.get(i);
      if (!word.han()) {
        if (!Fillers.isFiller(word.folded())) {
          add(word.stem(), words.subList(i, i + 1), times, given);
        }
      } else if (i + 1 < words.size() && Grams.follows(words.get(i + 1))) {
        String pair = word.folded() + words.get(i + 1).folded();
        if (!Fillers.isFiller(pair)) {
          add(pair, words.subList(i, i + 2), times, given);
        }
      } else if (!Grams.follows(word) && !Fillers.isFiller(word.folded())) {
        add(word.folded(), words.subList(i, i + 1), times, given);
      }
    }
  }

  private void chains() {
    for (int i = 0; i < words.size(); ) {
      int end = i + 1;
      while (end < words.size() && words.get(end).glued() && !words.get(end).han()) {
        end++;
      }
      List<Word> chain = words.subList(i, end);
      for (String joined : words.get(i).han() ? List.<String>of() : Grams.joined(chain)) {
        add(stemmer.stem(joined), chain, JOINED, Set.of());
      }
      i = end;
    }
  }

  /** Terms of the taxonomy, longest match first. */
  private void terms() {
    for (int i = 0; i < words.size(); ) {
      Match match = glossary.longest(words, i, stemmer);
      if (match == null) {
        i++;
        continue;
      }
      List<Word> named = words.subList(i, i + match.length());
      i += match.length();
      if (Fillers.isFiller(named.size() == 1 ? named.get(0).folded() : "")) {
        continue;
      }
      for (Entry entry : match.entries()) {
        add(Bag.mention(entry.term()), named, List.of(entry), MENTION);
      }
    }
  }

  private void add(String token, List<Word> at, float times, Set<String> given) {
    if (!given.contains(token)) {
      add(token, at, List.of(), times);
    }
  }

  private void add(String token, List<Word> at, List<Entry> entries, float times) {
    candidates.computeIfAbsent(token, t -> new Candidate(t, at, entries)).times += times;
  }

  /** Those that the index has, most telling first. */
  private List<Candidate> choose() throws IOException {
    int all = snapshot.getIndexReader().maxDoc();
    List<Candidate> possible = new ArrayList<>();
    for (Candidate each : candidates.values()) {
      each.postings = clauses.frequency(each.token);
      if (each.postings > 0) {
        double rare = Math.log(1 + (all - each.postings + 0.5) / (each.postings + 0.5));
        each.worth = rare * each.times;
        possible.add(each);
      }
    }
    possible.sort(Comparator.comparingDouble((Candidate each) -> each.worth).reversed());
    List<Candidate> chosen = new ArrayList<>();
    long postings = 0;
    for (Candidate each : possible) {
      boolean affordable = postings + each.postings <= MOST_POSTINGS;
      if (chosen.isEmpty() || (affordable && chosen.size() < MOST_TERMS)) {
        chosen.add(each);
        postings += each.postings;
      }
    }
    return chosen;
  }

  private void tell(Entry entry, int number, Marker marker, Map<String, String> alsoSearched)
      throws IOException {
    for (Phrase phrase : entry.phrases()) {
      if (Glossary.means(entry, phrase)
          && alsoSearched.size() < MOST_PHRASES
          && clauses.hasWords(phrase)) {
        marker.seek(phrase.stems(), number, false);
        if (!text.contains(phrase.text())) {
          alsoSearched.putIfAbsent(Folding.of(phrase.text()), phrase.text());
        }
      }
    }
  }
}
