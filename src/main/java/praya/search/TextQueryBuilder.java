package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import praya.domain.Vocabulary;
import praya.search.Spelling.Correction;
import praya.search.text.Folding;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Phrase;
import praya.search.text.Grams;
import praya.search.text.Marker;
import praya.search.text.Question;
import praya.search.text.Question.Part;
import praya.search.text.Stemmer;
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
  private static final float SYNONYM = 0.35f;
  private static final float ONE_EDIT = 0.5f;
  private static final float TWO_EDITS = 0.3f;

  /**
   * Where not all words can be had, what an organisation does matters more than the rest: "fraud
   * detection in Hong Kong" means fraud detection. Names count no more than other texts then.
   */
  private static final float WHAT_IT_DOES = 3f;

  /** Another reading adds a little to the best one, or a hit by two would not show. */
  private static final float TIE = 0.1f;

  /** Phrases cost the most in a query; the taxonomy has rarely more for a term. */
  private static final int MOST_PHRASES = 24;

  private final Snapshot snapshot;
  private final Question question;
  private final Stemmer stemmer = new Stemmer();
  private final Marker marker = new Marker();
  private final Map<String, String> alsoSearched = new LinkedHashMap<>();
  private int phrases;

  TextQueryBuilder(Snapshot snapshot, Question question) {
    this.snapshot = snapshot;
    this.question = question;
  }

  /** All parts must be there. */
  TextQuery strict() throws IOException {
    if (question.isEmpty()) {
      return new TextQuery(List.of(), MatchAllDocsQuery.INSTANCE, null, List.of());
    }
    List<Part> parts = joinPairs(question.required());
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (int i = 0; i < parts.size(); i++) {
      all.add(part(parts.get(i), i, false), Occur.MUST);
    }
    return finish(all, parts);
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
    return new TextQuery(parts, some.build(), marker, List.copyOf(alsoSearched.values()));
  }

  /** How many parts a relaxed query can ask for, from most to least. */
  List<Integer> relaxations() throws IOException {
    int parts = joinPairs(question.required()).size();
    return Stream.of(parts - 1, parts / 2, 1).filter(least -> least >= 1).distinct().toList();
  }

  private TextQuery finish(BooleanQuery.Builder query, List<Part> parts) {
    for (Part part : parts) {
      for (String gram : Grams.of(part.words())) {
        query.add(boost(new TermQuery(new Term(Fields.NAME, gram)), IN_NAME), Occur.SHOULD);
      }
    }
    List<Word> words = question.parts().stream().flatMap(part -> part.words().stream()).toList();
    List<Query> exact = new ArrayList<>();
    for (String signature : Grams.signatures(words)) {
      exact.add(new ConstantScoreQuery(new TermQuery(new Term(Fields.EXACT, signature))));
    }
    if (!exact.isEmpty()) {
      query.add(boost(new DisjunctionMaxQuery(exact, 0), EXACT_NAME), Occur.SHOULD);
    }
    return new TextQuery(parts, query.build(), marker, List.copyOf(alsoSearched.values()));
  }

  /** Two words that the index knows as one: "sleek flow", "hong kong". */
  private List<Part> joinPairs(List<Part> parts) throws IOException {
    List<Part> joined = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (i + 1 < parts.size() && isWord(part) && isWord(parts.get(i + 1))) {
        String one = part.joined() + parts.get(i + 1).joined();
        if (frequency(stemmer.stem(one)) > 0) {
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
    List<Query> readings = new ArrayList<>();
    readings.add(part.han() ? han(part, number, relaxed) : latin(part, number));
    if (!part.han() && part.words().size() > 1) {
      String joined = stemmer.stem(part.joined());
      marker.seek(List.of(joined), number, true);
      readings.add(bag(joined));
    }
    for (Entry entry : part.terms()) {
      synonyms(entry, part, number, readings);
    }
    return readings.size() == 1 ? readings.get(0) : new DisjunctionMaxQuery(readings, TIE);
  }

  private Query han(Part part, int number, boolean relaxed) {
    List<String> grams = Grams.of(part.words());
    for (String gram : grams) {
      List<String> characters = gram.codePoints().mapToObj(Character::toString).toList();
      boolean latin = gram.charAt(0) < 0x2E80;
      marker.seek(latin ? List.of(stemmer.stem(gram)) : characters, number, true);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String gram : grams) {
      boolean latin = gram.charAt(0) < 0x2E80;
      all.add(bag(latin ? stemmer.stem(gram) : gram), relaxed ? Occur.SHOULD : Occur.MUST);
    }
    if (relaxed) {
      all.setMinimumNumberShouldMatch((grams.size() + 1) / 2);
    }
    return grams.size() == 1 ? bag(grams.get(0)) : all.build();
  }

  private Query latin(Part part, int number) throws IOException {
    List<Word> words = part.words();
    if (words.stream().anyMatch(Word::han)) {
      return han(part, number, false);
    }
    marker.seek(words.stream().map(Word::stem).toList(), number, true);
    if (words.size() == 1) {
      return word(words.get(0), number);
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (Word word : words) {
      all.add(word(word, number), Occur.MUST);
    }
    return all.build();
  }

  /** A Latin word; if the index does not have it, what it may have been meant to be. */
  private Query word(Word word, int number) throws IOException {
    marker.seek(List.of(word.stem()), number, true);
    Query asGiven = bag(word.stem());
    if (frequency(word.stem()) > 0) {
      return asGiven;
    }
    List<Query> readings = new ArrayList<>();
    readings.add(asGiven);
    Query split = split(word, number);
    if (split != null) {
      readings.add(split);
    } else {
      for (Correction correction : Spelling.of(snapshot.getIndexReader(), word.folded())) {
        String stem = stemmer.stem(correction.word());
        marker.seek(List.of(stem), number, false);
        alsoSearched.putIfAbsent(correction.word(), correction.word());
        readings.add(boost(bag(stem), correction.edits() < 2 ? ONE_EDIT : TWO_EDITS));
      }
    }
    return readings.size() == 1 ? asGiven : new DisjunctionMaxQuery(readings, TIE);
  }

  /** "machinelearning" as two words that stand side by side, cut where both are best known. */
  private @Nullable Query split(Word word, int number) throws IOException {
    String whole = word.folded();
    List<String> best = List.of();
    int most = 0;
    for (int i = 2; i <= whole.length() - 2; i++) {
      List<String> halves =
          List.of(stemmer.stem(whole.substring(0, i)), stemmer.stem(whole.substring(i)));
      int known = Math.min(frequency(halves.get(0)), frequency(halves.get(1)));
      if (known > most) {
        most = known;
        best = halves;
      }
    }
    if (best.isEmpty()) {
      return null;
    }
    PhraseQuery phrase = new PhraseQuery(Fields.TEXT, best.toArray(String[]::new));
    if (snapshot.search(phrase, 1).scoreDocs.length == 0) {
      return null;
    }
    marker.seek(best, number, false);
    return boost(phrase, ONE_EDIT);
  }

  private void synonyms(Entry entry, Part part, int number, List<Query> readings) {
    Vocabulary vocabulary = entry.term().vocabulary();
    String mark = OrganisationDocument.mark(vocabulary, entry.term().code());
    readings.add(boost(bag(mark), CODE));
    for (Phrase phrase : entry.phrases()) {
      boolean means =
          switch (vocabulary) {
            case CAPABILITIES -> true;
            // A sector's other words are examples, not synonyms: "hotel" does not mean "airline".
            case SECTORS -> phrase.label();
            // Everybody has a layer and a kind: the code says it, and the words are too common.
            default -> false;
          };
      if (!means || phrases >= MOST_PHRASES || isSame(phrase, part)) {
        continue;
      }
      String folded = Folding.of(phrase.text());
      if (alsoSearched.putIfAbsent(folded, phrase.text()) == null) {
        phrases++;
        marker.seek(phrase.words().stream().map(Word::stem).toList(), number, false);
        readings.add(boost(phrase(phrase.words()), SYNONYM));
      }
    }
  }

  private static boolean isSame(Phrase phrase, Part part) {
    List<String> a = phrase.words().stream().map(Word::stem).toList();
    List<String> b = part.words().stream().map(Word::stem).toList();
    return a.equals(b);
  }

  /** Words side by side; Chinese ones in pairs, of which every second is enough. */
  static Query phrase(List<Word> words) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    int terms = 0;
    String only = "";
    int lastPair = -2;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      boolean more = i + 1 < words.size() && Grams.follows(words.get(i + 1));
      if (word.han() && !more && Grams.follows(word)) {
        continue;
      }
      boolean needed =
          !word.han()
              || !more
              || i - lastPair >= 2
              || i + 2 >= words.size()
              || !Grams.follows(words.get(i + 2));
      if (!needed) {
        continue;
      }
      only = more && word.han() ? word.folded() + words.get(i + 1).folded() : word.stem();
      lastPair = word.han() ? i : -2;
      phrase.add(new Term(Fields.TEXT, only), i);
      terms++;
    }
    return terms == 1 ? bag(only) : phrase.build();
  }

  private int frequency(String token) throws IOException {
    return snapshot.getIndexReader().docFreq(new Term(Fields.BAG, token));
  }

  private static Query bag(String token) {
    return new TermQuery(new Term(Fields.BAG, token));
  }

  private static Query boost(Query query, float boost) {
    return new BoostQuery(query, boost);
  }
}
