package praya.search;

import static praya.search.TermClauses.NOTHING;
import static praya.search.TermClauses.boost;
import static praya.search.TermClauses.isPossible;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import praya.search.text.Grams;
import praya.search.text.Question.Part;
import praya.search.text.Variants;
import praya.search.text.Word;

/**
 * What somebody may have meant by three or more Han characters that stand together nowhere: a name
 * that differs in one of them, or else texts with all the others. Input methods offer characters
 * that sound alike, so one is easily wrong.
 */
final class HanCorrection {
  static final int SHORTEST = 3;

  /** A name that is nearly what was asked is meant; other texts only have pieces of it. */
  private static final float NEAR_NAME = 8f;

  private static final float PIECES = 0.5f;
  private static final int LONGEST = 8;

  private final Snapshot snapshot;
  private final TermClauses clauses;

  HanCorrection(Snapshot snapshot, TermClauses clauses) {
    this.snapshot = snapshot;
    this.clauses = clauses;
  }

  /** Whether the words are such characters, and a pair of them is nowhere. */
  boolean isNeeded(List<Word> words) throws IOException {
    if (words.size() < SHORTEST || words.size() > LONGEST) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!words.get(i).han() || (i > 0 && !words.get(i).glued())) {
        return false;
      }
    }
    return isUnknown(words);
  }

  private boolean isUnknown(List<Word> words) throws IOException {
    for (String pair : Grams.of(words)) {
      if (clauses.frequency(pair) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The parts as one, if it is one run of characters in which one is wrong. */
  List<Part> whole(List<Part> parts) throws IOException {
    List<Word> run = parts.stream().flatMap(part -> part.words().stream()).toList();
    boolean broken = false;
    for (Part part : parts) {
      boolean known = !part.terms().isEmpty() || !Variants.of(part.words()).isEmpty();
      broken |= !known && isUnknown(part.words());
    }
    return parts.size() > 1 && broken && isNeeded(run)
        ? List.of(new Part(run, List.of(), false))
        : parts;
  }

  /**
   * Names that are nearly so; else what has all characters but one.
   *
   * @param told is given the names
   */
  Query find(List<Word> words, Consumer<String> told) throws IOException {
    if (!clauses.budget().spelling()) {
      return NOTHING;
    }
    StringBuilder written = new StringBuilder();
    words.forEach(word -> written.append(word.folded()));
    List<Query> names = new ArrayList<>();
    for (String name : Spelling.names(snapshot.getIndexReader(), written.toString())) {
      told.accept(name);
      names.add(boost(clauses.exact(name), NEAR_NAME));
    }
    if (!names.isEmpty()) {
      return TermClauses.anyOf(names);
    }
    List<Query> readings = new ArrayList<>();
    for (int wrong = 0; wrong < words.size(); wrong++) {
      readings.add(boost(without(words, wrong), PIECES));
    }
    return TermClauses.anyOf(readings);
  }

  private Query without(List<Word> words, int wrong) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (List<Word> piece :
        List.of(words.subList(0, wrong), words.subList(wrong + 1, words.size()))) {
      List<String> tokens = piece.size() == 1 ? List.of(piece.get(0).folded()) : pairs(piece);
      for (String token : tokens) {
        Query clause = clauses.bag(token);
        if (!isPossible(clause)) {
          return NOTHING;
        }
        all.add(clause, Occur.MUST);
      }
    }
    return all.build();
  }

  private static List<String> pairs(List<Word> piece) {
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < piece.size(); i++) {
      pairs.add(piece.get(i).folded() + piece.get(i + 1).folded());
    }
    return pairs;
  }
}
