package praya.search;

import static praya.search.TermClauses.boost;
import static praya.search.TermClauses.isPossible;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import praya.domain.Term;
import praya.search.Spelling.Correction;
import praya.search.text.Folding;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Phrase;
import praya.search.text.Grams;
import praya.search.text.Marker;
import praya.search.text.Question;
import praya.search.text.Question.Part;
import praya.search.text.Stemmer;
import praya.search.text.Variants;
import praya.search.text.Word;

/**
 * Makes a query of a question. Every part that is not light must be there, in any field: as it is,
 * or else by a synonym of the taxonomy, or by a corrected spelling, which count less. Words in a
 * name count more, and a name that is exactly what was asked comes first.
 */
final class TextQueryBuilder {
  /** More than all words together can weigh at a hundred thousand organisations. */
  private static final float EXACT_NAME = 60f;

  private static final float IN_NAME = 1.5f;
  private static final float CODE = 0.5f;

  /** Less than any word that is written so. */
  private static final float SOUND = 0.1f;

  /** A name of more characters is not typed by its sounds with spaces between them. */
  private static final int MOST_SYLLABLES = 8;

  /** The same word as people elsewhere say it. */
  private static final float ELSEWHERE = 0.9f;

  private static final float SYNONYM = 0.35f;
  private static final float ONE_EDIT = 0.5f;
  private static final float TWO_EDITS = 0.3f;

  /**
   * Where not all words can be had, what an organisation does matters more than the rest: "fraud
   * detection in Hong Kong" means fraud detection. Names count no more than other texts then.
   */
  private static final float WHAT_IT_DOES = 3f;

  /** Radicals, kana and ideographs stand from here on; what is before has spaces. */
  private static final int FIRST_HAN = 0x2E80;

  /** What a reader is told must fit on a page; the taxonomy has rarely more for a term. */
  private static final int MOST_PHRASES = 24;

  private final Snapshot snapshot;
  private final TermClauses clauses;
  private final Question question;
  private final HanCorrection correction;
  private final Stemmer stemmer = new Stemmer();
  private final Marker marker = new Marker();
  private final Map<String, String> alsoSearched = new LinkedHashMap<>();
  private final Map<String, Integer> sounds = new LinkedHashMap<>();
  private int phrases;

  TextQueryBuilder(Snapshot snapshot, TermClauses clauses, Question question) {
    this.snapshot = snapshot;
    this.clauses = clauses;
    this.question = question;
    this.correction = new HanCorrection(snapshot, clauses);
  }

  /** All parts must be there. */
  TextQuery strict() throws IOException {
    if (question.isEmpty()) {
      return new TextQuery(List.of(), MatchAllDocsQuery.INSTANCE, null, List.of(), Map.of());
    }
    List<Part> parts = correction.whole(joinPairs(question.required()));
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < parts.size(); ) {
      int next = sounds(parts, i, all);
      if (next == i) {
        all.add(part(parts.get(i), i, false), Occur.MUST);
        next++;
      }
      i = next;
    }
    addNames(all, parts);
    return answer(parts, all.build());
  }

  private TextQuery answer(List<Part> parts, Query query) {
    return new TextQuery(parts, query, marker, List.copyOf(alsoSearched.values()), sounds);
  }

  /** Takes the words from here on that are the sound of a name; where the next part begins. */
  private int sounds(List<Part> parts, int from, BooleanQuery.Builder all) throws IOException {
    int end = from;
    while (end < parts.size() && end < from + MOST_SYLLABLES && mayBeSound(parts.get(end))) {
      end++;
    }
    for (; end > from; end--) {
      List<Part> run = parts.subList(from, end);
      String key = SoundClauses.key(run);
      if (key == null) {
        continue;
      }
      boolean known = true;
      for (Part part : run) {
        for (Word word : part.words()) {
          known &= clauses.frequency(word.stem()) > 0;
        }
      }
      Query heard = new SoundClauses(snapshot).find(key, known);
      if (isPossible(heard)) {
        sounds.put(key, from);
        all.add(known ? asWritten(run, from, heard) : boost(heard, SOUND), Occur.MUST);
        return end;
      }
    }
    return from;
  }

  private static boolean mayBeSound(Part part) {
    return part.terms().isEmpty() && part.words().stream().noneMatch(Word::han);
  }

  /** Words that the index has win over what sounds so. */
  private Query asWritten(List<Part> run, int from, Query heard) throws IOException {
    BooleanQuery.Builder written = new BooleanQuery.Builder();
    for (int i = 0; i < run.size(); i++) {
      written.add(part(run.get(i), from + i, false), Occur.MUST);
    }
    return TermClauses.anyOf(List.of(written.build(), boost(heard, SOUND)));
  }

  /** At least so many of the parts must be there, and of a Chinese part at least half. */
  TextQuery relaxed(int least) throws IOException {
    List<Part> parts = joinPairs(question.required());
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (int i = 0; i < parts.size(); i++) {
      float weight = parts.get(i).terms().isEmpty() ? 1 : WHAT_IT_DOES;
      some.add(boost(part(parts.get(i), i, true), weight), Occur.SHOULD);
    }
    some.setMinimumNumberShouldMatch(Math.min(least, parts.size()));
    return answer(parts, some.build());
  }

  /** What has all parts, and behind it what has the more telling half; null where none has. */
  @Nullable TextQuery telling(List<Part> parts) throws IOException {
    List<Query> each = new ArrayList<>();
    BooleanQuery.Builder some = new BooleanQuery.Builder();
    for (int i = 0; i < parts.size(); i++) {
      float weight = parts.get(i).terms().isEmpty() ? 1 : WHAT_IT_DOES;
      Query part = part(parts.get(i), i, true);
      each.add(part);
      some.add(boost(part, weight), Occur.SHOULD);
    }
    Query telling = new FewHits(snapshot, clauses).telling(each);
    if (!isPossible(telling)) {
      return null;
    }
    some.add(telling, Occur.FILTER);
    return answer(parts, some.build());
  }

  /** How many parts a relaxed query can ask for, from most to least. */
  List<Integer> relaxations() throws IOException {
    int parts = joinPairs(question.required()).size();
    return Stream.of(parts - 1, parts / 2, 1).filter(least -> least >= 1).distinct().toList();
  }

  private void addNames(BooleanQuery.Builder query, List<Part> parts) throws IOException {
    for (Part part : parts) {
      for (String gram : Grams.of(part.words())) {
        addIfPossible(query, boost(clauses.name(gram), IN_NAME));
      }
    }
    List<Word> words = question.parts().stream().flatMap(part -> part.words().stream()).toList();
    List<Query> exact = new ArrayList<>();
    for (String signature : Grams.signatures(words)) {
      exact.add(clauses.exact(signature));
    }
    addIfPossible(query, boost(TermClauses.anyOf(exact), EXACT_NAME));
  }

  /** A clause that finds nothing would still keep the search from skipping weak hits. */
  private static void addIfPossible(BooleanQuery.Builder query, Query clause) {
    if (isPossible(clause)) {
      query.add(clause, Occur.SHOULD);
    }
  }

  /** Two words that the index knows as one: "sleek flow", "hong kong". */
  private List<Part> joinPairs(List<Part> parts) throws IOException {
    List<Part> joined = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (i + 1 < parts.size() && isWord(part) && isWord(parts.get(i + 1))) {
        String one = part.joined() + parts.get(i + 1).joined();
        if (clauses.frequency(stemmer.stem(one)) > 0) {
          List<Word> both = new ArrayList<>(part.words());
          both.addAll(parts.get(i + 1).words());
          part = new Part(both, List.of(), false);
          i++;
        }
      }
      joined.add(part);
    }
    return joined;
  }

  private static boolean isWord(Part part) {
    return !part.han() && part.words().size() == 1 && part.terms().isEmpty();
  }

  private Query part(Part part, int number, boolean relaxed) throws IOException {
    boolean han = part.words().stream().anyMatch(Word::han);
    List<Query> readings = new ArrayList<>();
    readings.add(han ? han(part, number, relaxed) : latin(part, number));
    if (!han && part.words().size() > 1) {
      String joined = stemmer.stem(part.joined());
      marker.seek(List.of(joined), number, true);
      readings.add(clauses.bag(joined));
    }
    for (List<Word> other : Variants.of(part.words())) {
      Part said = new Part(other, List.of(), false);
      readings.add(boost(han(said, number, relaxed), ELSEWHERE));
    }
    for (Entry entry : part.terms()) {
      synonyms(entry, part, number, readings);
    }
    Query any = TermClauses.anyOf(readings);
    boolean wrong = han && !relaxed && !isPossible(any) && correction.isNeeded(part.words());
    return wrong ? corrected(part, number) : any;
  }

  private Query han(Part part, int number, boolean relaxed) throws IOException {
    List<String> grams = Grams.of(part.words());
    marker.seek(part.words().stream().map(Word::stem).toList(), number, true);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String gram : grams) {
      boolean latin = gram.charAt(0) < FIRST_HAN;
      List<String> characters = gram.codePoints().mapToObj(Character::toString).toList();
      boolean whole = grams.size() == 1;
      marker.seek(latin ? List.of(stemmer.stem(gram)) : characters, number, whole);
      Query clause = clauses.bag(latin ? stemmer.stem(gram) : gram);
      if (grams.size() == 1 || (!isPossible(clause) && !relaxed)) {
        return clause;
      }
      all.add(clause, relaxed ? Occur.SHOULD : Occur.MUST);
    }
    if (relaxed) {
      all.setMinimumNumberShouldMatch((grams.size() + 1) / 2);
    }
    return all.build();
  }

  /** What a run of characters of which one is wrong was meant to be. */
  private Query corrected(Part part, int number) throws IOException {
    List<String> names = new ArrayList<>();
    Query found = correction.find(part.words(), names::add);
    for (String name : names) {
      alsoSearched.putIfAbsent(name, name);
      marker.seek(name.codePoints().mapToObj(Character::toString).toList(), number, false);
    }
    if (names.isEmpty()) {
      Grams.of(part.words())
          .forEach(pair ->
              marker.seek(pair.codePoints().mapToObj(Character::toString).toList(), number, false));
    }
    return found;
  }

  private Query latin(Part part, int number) throws IOException {
    List<Word> words = part.words();
    marker.seek(words.stream().map(Word::stem).toList(), number, true);
    if (words.size() == 1) {
      return word(words.get(0), number);
    }
    words.forEach(word -> marker.seek(List.of(word.stem()), number, false));
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Word word : words) {
      Query clause = word(word, number);
      if (!isPossible(clause)) {
        return clause;
      }
      all.add(clause, Occur.MUST);
    }
    return all.build();
  }

  /** A Latin word; if the index does not have it, what it may have been meant to be. */
  private Query word(Word word, int number) throws IOException {
    if (clauses.frequency(word.stem()) > 0) {
      return clauses.bag(word.stem());
    }
    if (!clauses.budget().spelling()) {
      return TermClauses.NOTHING;
    }
    List<Query> readings = new ArrayList<>();
    for (Correction correction : Spelling.of(snapshot.getIndexReader(), word.folded())) {
      String stem = stemmer.stem(correction.word());
      marker.seek(List.of(stem), number, false);
      alsoSearched.putIfAbsent(correction.word(), correction.word());
      readings.add(boost(clauses.bag(stem), correction.edits() < 2 ? ONE_EDIT : TWO_EDITS));
    }
    return readings.isEmpty() ? split(word, number) : TermClauses.anyOf(readings);
  }

  /** "machinelearning" as two words, cut where both are best known. */
  private Query split(Word word, int number) throws IOException {
    String whole = word.folded();
    List<String> best = List.of();
    int most = 0;
    for (int i = 2; i <= whole.length() - 2; i++) {
      String left = stemmer.stem(whole.substring(0, i));
      int known = clauses.frequency(left);
      if (known > most) {
        String right = stemmer.stem(whole.substring(i));
        known = Math.min(known, clauses.frequency(right));
        if (known > most) {
          most = known;
          best = List.of(left, right);
        }
      }
    }
    if (best.isEmpty()) {
      return TermClauses.NOTHING;
    }
    Query both = clauses.both(best.get(0), best.get(1));
    if (isPossible(both)) {
      marker.seek(best, number, false);
    }
    return boost(both, ONE_EDIT);
  }

  /** What is classified by the term, and what mentions it by any of its phrases. */
  private void synonyms(Entry entry, Part part, int number, List<Query> readings)
      throws IOException {
    Term term = entry.term();
    readings.add(boost(clauses.bag(Bag.code(term.vocabulary(), term.code())), CODE));
    readings.add(boost(clauses.bag(Bag.mention(term)), SYNONYM));
    List<String> stems = part.words().stream().map(Word::stem).toList();
    for (Phrase phrase : entry.phrases()) {
      boolean told = Glossary.means(entry, phrase) && !phrase.stems().equals(stems);
      if (told && phrases < MOST_PHRASES && clauses.hasWords(phrase)) {
        phrases++;
        alsoSearched.putIfAbsent(Folding.of(phrase.text()), phrase.text());
        marker.seek(phrase.stems(), number, false);
      }
    }
  }
}
