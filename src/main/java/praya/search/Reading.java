package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import praya.domain.Vocabulary;
import praya.search.LongQuestion.Asked;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Grams;
import praya.search.text.Marker;
import praya.search.text.Question;
import praya.search.text.Question.Part;
import praya.search.text.Statement;
import praya.search.text.Statement.Clause;
import praya.search.text.Statement.Field;
import praya.search.text.Statement.Item;
import praya.search.text.Word;

/**
 * A text read by one snapshot: its plain words as a {@link Question}, and what its signs say. Made
 * for one search, whose {@link Budget} it keeps.
 */
final class Reading {
  /** A phrase of more words is a pasted text. */
  private static final int MOST_WORDS = 16;

  /** Fewer parts than these may all be in one name: then nothing else is meant. */
  private static final int SENTENCE = 7;

  private final Snapshot snapshot;
  private final Glossary glossary;
  private final Statement statement;
  private final Question question;
  private final TermClauses clauses;
  private @Nullable TextQuery strict;

  Reading(Snapshot snapshot, Glossary glossary, String text) {
    this.snapshot = snapshot;
    this.glossary = glossary;
    this.statement = Statement.read(text);
    this.question = Question.read(statement.plain(), glossary);
    this.clauses = new TermClauses(snapshot);
  }

  Question question() {
    return question;
  }

  /** Whether it asks for nothing, so that everything is found. */
  boolean isEmpty() {
    return question.isEmpty() && statement.clauses().isEmpty();
  }

  boolean stopped() {
    return clauses.budget().stopped();
  }

  /** The text as a sentence; null if it is none. */
  @Nullable TextQuery sentence() throws IOException {
    if (isHeard()) {
      return null;
    }
    int parts = question.required().size();
    if (parts >= LongQuestion.FROM_PARTS && parts < SENTENCE && isName(strict())) {
      return null;
    }
    Asked asked = new Asked(statement.plain(), question);
    TextQuery sentence = LongQuestion.of(snapshot, clauses, glossary, asked);
    return sentence == null ? null : with(sentence, Occur.SHOULD);
  }

  private boolean isName(TextQuery words) throws IOException {
    return new FewHits(snapshot, clauses).isName(words.parts());
  }

  /** Whether all words together are the sound of a name: four syllables are no sentence. */
  private boolean isHeard() throws IOException {
    boolean latin = question.parts().stream().noneMatch(Part::han);
    String key = latin ? SoundClauses.key(question.parts()) : null;
    return key != null && TermClauses.isPossible(new SoundClauses(snapshot).find(key, false));
  }

  /** What was too long to be searched. */
  @Nullable String left(boolean sentence) {
    return sentence ? LongQuestion.left(statement.plain()) : question.left();
  }

  TextQuery strict() throws IOException {
    TextQuery known = strict;
    if (known == null) {
      known = all();
      strict = known;
    }
    return known;
  }

  private TextQuery all() throws IOException {
    return with(new TextQueryBuilder(snapshot, clauses, question).strict(), Occur.MUST);
  }

  /**
   * The words with those behind that have only the more telling half of them; null where enough
   * have all, where nothing is left out, and where a name or signs say what is meant.
   */
  @Nullable TextQuery extended() throws IOException {
    TextQuery whole = strict();
    List<Part> parts = whole.parts();
    if (parts.size() == 1 && parts.get(0).terms().isEmpty()) {
      parts = Question.cut(parts.get(0));
    }
    if (parts.size() < 2 || !whole.sounds().isEmpty() || !statement.clauses().isEmpty()) {
      return null;
    }
    FewHits few = new FewHits(snapshot, clauses);
    int found = few.count(whole);
    if (found == 0 || found == FewHits.ENOUGH || few.isName(parts)) {
      return null;
    }
    TextQuery some = new TextQueryBuilder(snapshot, clauses, question).telling(parts);
    return some == null
        ? null
        : some.with(FewHits.behind(whole.query(), some.query()), whole.alsoSearched());
  }

  TextQuery relaxed(int least) throws IOException {
    return with(new TextQueryBuilder(snapshot, clauses, question).relaxed(least), Occur.MUST);
  }

  List<Integer> relaxations() throws IOException {
    return question.isEmpty()
        ? List.of()
        : new TextQueryBuilder(snapshot, clauses, question).relaxations();
  }

  /**
   * The words together with what the signs say.
   *
   * @param occur of a phrase: whoever writes a sentence quotes in it
   */
  private TextQuery with(TextQuery words, Occur occur) throws IOException {
    if (statement.clauses().isEmpty()) {
      return words;
    }
    Marker marker = words.marker() == null ? new Marker() : words.marker();
    int part = words.parts().size();
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    boolean positive = !question.isEmpty();
    if (positive) {
      all.add(words.query(), Occur.MUST);
    }
    for (Clause clause : statement.clauses()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (Item item : clause.items()) {
        List<Word> sought = words(item.text());
        if (sought.isEmpty()) {
          continue;
        }
        any.add(item(item, sought, clause.negative()), Occur.SHOULD);
        if (!clause.negative()) {
          mark(marker, sought, part);
        }
      }
      part = Math.min(part + 1, Question.MAX_WORDS - 1);
      BooleanQuery query = any.build();
      if (!query.clauses().isEmpty()) {
        all.add(query, clause.negative() ? Occur.MUST_NOT : clause.isPhrase() ? occur : Occur.MUST);
        positive |= !clause.negative();
      }
    }
    if (!positive) {
      all.add(MatchAllDocsQuery.INSTANCE, Occur.MUST);
    }
    return new TextQuery(words.parts(), all.build(), marker, words.alsoSearched(), words.sounds());
  }

  private static List<Word> words(String text) {
    List<Word> words = Word.of(text);
    return words.subList(0, Math.min(words.size(), MOST_WORDS));
  }

  private static void mark(Marker marker, List<Word> sought, int part) {
    marker.seek(sought.stream().map(Word::stem).toList(), part, true);
    if (sought.stream().noneMatch(Word::han)) {
      sought.forEach(word -> marker.seek(List.of(word.stem()), part, true));
    }
  }

  private Query item(Item item, List<Word> sought, boolean negative) throws IOException {
    Field field = item.field();
    if (field == null && !item.phrase()) {
      return negative ? bag(sought) : plain(item.text());
    }
    Query coded = coded(field, item, sought);
    if (coded != null && field != null) {
      return coded;
    }
    boolean alone = sought.size() == 1 && field == null;
    Query words = bag(sought);
    Query found =
        alone || !TermClauses.isPossible(words)
            ? words
            : new TextCheck(words, sources(field), sought, item.phrase(), clauses.budget());
    return TermClauses.anyOf(List.of(found, coded == null ? TermClauses.NOTHING : coded));
  }

  /** A word of several that may stand for each other, as it is searched by itself. */
  private Query plain(String text) throws IOException {
    Question one = Question.read(text, glossary);
    return one.isEmpty()
        ? TermClauses.NOTHING
        : new TextQueryBuilder(snapshot, clauses, one).strict().query();
  }

  /** All words, wherever they stand. */
  private Query bag(List<Word> sought) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String token : Grams.stems(sought)) {
      Query clause = clauses.bag(token);
      if (!TermClauses.isPossible(clause)) {
        return TermClauses.NOTHING;
      }
      all.add(clause, Occur.MUST);
    }
    return all.build();
  }

  /** What is classified by a term that the words are the name of; null if they are of none. */
  private @Nullable Query coded(@Nullable Field field, Item item, List<Word> sought) {
    if (field != null && vocabulary(field) == null) {
      return null;
    }
    List<Query> coded = new ArrayList<>();
    for (Entry entry : entries(item, sought)) {
      Vocabulary vocabulary = entry.term().vocabulary();
      if (field == null ? vocabulary == Vocabulary.CAPABILITIES : vocabulary == vocabulary(field)) {
        String value = OrganisationDocument.facet(facet(vocabulary), entry.term().code());
        coded.add(new ConstantScoreQuery(new TermQuery(new Term(Fields.FACET, value))));
      }
    }
    return coded.isEmpty() ? null : TermClauses.anyOf(coded);
  }

  private List<Entry> entries(Item item, List<Word> sought) {
    List<Entry> entries = new ArrayList<>();
    for (Vocabulary vocabulary : Glossary.DESCRIBING) {
      glossary.find(vocabulary, item.text()).ifPresent(entries::add);
    }
    List<Part> parts = Question.read(item.text(), glossary).parts();
    if (parts.size() == 1 && parts.get(0).words().size() == sought.size()) {
      parts.get(0).terms().stream().filter(e -> !entries.contains(e)).forEach(entries::add);
    }
    return entries;
  }

  private static @Nullable Vocabulary vocabulary(Field field) {
    return switch (field) {
      case CAPABILITY -> Vocabulary.CAPABILITIES;
      case SECTOR -> Vocabulary.SECTORS;
      case LAYER -> Vocabulary.LAYERS;
      case KIND -> Vocabulary.KINDS;
      default -> null;
    };
  }

  private static Facet facet(Vocabulary vocabulary) {
    return switch (vocabulary) {
      case CAPABILITIES -> Facet.CAPABILITY;
      case SECTORS -> Facet.SECTOR;
      case LAYERS -> Facet.LAYER;
      default -> Facet.KIND;
    };
  }

  /** Where a field's words stand; a field of codes that has no such term is read everywhere. */
  private static Set<Source> sources(@Nullable Field field) {
    if (field == null) {
      return EnumSet.allOf(Source.class);
    }
    return switch (field) {
      case NAME ->
          EnumSet.of(Source.NAME_EN, Source.NAME_ZH_HANT, Source.NAME_ZH_HANS, Source.ALIAS);
      case ALIAS -> EnumSet.of(Source.ALIAS);
      case SUMMARY -> EnumSet.of(Source.SUMMARY_EN, Source.SUMMARY_ZH_HANT, Source.SUMMARY_ZH_HANS);
      case OFFER -> EnumSet.of(Source.OFFER_TITLE, Source.OFFER_TEXT);
      case NEED -> EnumSet.of(Source.NEED_TITLE, Source.NEED_TEXT);
      case WEBSITE -> EnumSet.of(Source.WEBSITE);
      default -> EnumSet.allOf(Source.class);
    };
  }
}
