package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Side;
import praya.search.HitRecord.Text;
import praya.search.Suggestion.MatchedField;
import praya.search.text.Grams;
import praya.search.text.Sounds;
import praya.search.text.Word;

/**
 * Organisations by the beginning of any word of a name. The dictionary of the index is sorted, so
 * the first so many names are read off it one by one: names that begin with what was typed, then
 * names with a later word that does, each in alphabetical order.
 */
final class Suggester {
  /** Below it a mistyped beginning is the beginning of something else. */
  private static final int SHORTEST_MISTYPED = 4;

  private static final int LONGEST_INITIALS = 8;

  /** Steps of the automaton's construction; 24 letters with one edit take a tenth. */
  private static final int MOST_STEPS = 20_000;

  private final Snapshot snapshot;
  private final Language language;
  private final int limit;
  private @Nullable String sound;
  private boolean ofWishes;
  private final Set<String> told = new HashSet<>();
  private final Set<Integer> seen = new HashSet<>();
  private final List<Suggestion> found = new ArrayList<>();

  Suggester(Snapshot snapshot, Language language, int limit) {
    this.snapshot = snapshot;
    this.language = language;
    this.limit = limit;
  }

  /** Names with a word that begins with what was typed. */
  List<Suggestion> exact(String typed) throws IOException {
    gather(Fields.PREFIX, "0" + typed, null);
    gather(Fields.PREFIX, "1" + typed, null);
    return found;
  }

  /** Names with a word that would begin so but for one letter. */
  List<Suggestion> nearly(String typed) throws IOException {
    gather(Fields.PREFIX, "0" + typed.charAt(0), nearly("0", typed));
    gather(Fields.PREFIX, "1" + typed.charAt(0), nearly("1", typed));
    return found;
  }

  /** More names, by how they sound; those that begin so come first. */
  List<Suggestion> sounding(String key) throws IOException {
    sound = key;
    for (char what : new char[] {Sounds.WHOLE, Sounds.INITIALS, Sounds.TAIL}) {
      if (what == Sounds.INITIALS ? key.length() <= LONGEST_INITIALS : Sounds.isBegun(key)) {
        gather(Fields.SOUND, what + key, null);
      }
    }
    return found;
  }

  /** Needs, then offers, with a word in their title that begins with what was typed. */
  List<Suggestion> wishes(String typed) throws IOException {
    ofWishes = true;
    for (Side side : List.of(Side.NEED, Side.OFFER)) {
      gather(Fields.WISH, Wishes.sign(side) + "0" + typed, null);
      gather(Fields.WISH, Wishes.sign(side) + "1" + typed, null);
    }
    return found;
  }

  static boolean mayBeMistyped(String typed) {
    return typed.length() >= SHORTEST_MISTYPED && typed.chars().allMatch(c -> c < 0x250);
  }

  /** Whether a name would begin with what was typed if one letter were other; never the first. */
  static boolean isNearly(String typed, String tail) {
    if (tail.isEmpty() || tail.charAt(0) != typed.charAt(0)) {
      return false;
    }
    for (int length = typed.length() - 1; length <= typed.length() + 1; length++) {
      if (length <= tail.length() && Spelling.distance(typed, tail.substring(0, length)) <= 1) {
        return true;
      }
    }
    return false;
  }

  private static CompiledAutomaton nearly(String rank, String typed) {
    Automaton rest = new LevenshteinAutomata(typed.substring(1), true).toAutomaton(1);
    Automaton all =
        Operations.concatenate(
            List.of(Automata.makeString(rank + typed.charAt(0)), rest, Automata.makeAnyString()));
    return new CompiledAutomaton(Operations.determinize(all, MOST_STEPS));
  }

  /** Reads terms with this beginning, merged from all segments, until there are enough. */
  private void gather(String field, String prefix, @Nullable CompiledAutomaton filter)
      throws IOException {
    TreeMap<String, List<Place>> next = new TreeMap<>();
    BytesRef beginning = new BytesRef(prefix);
    for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms == null) {
        continue;
      }
      TermsEnum from = filter == null ? terms.iterator() : filter.getTermsEnum(terms);
      BytesRef first = null;
      if (filter != null) {
        first = from.next();
      } else if (from.seekCeil(beginning) != TermsEnum.SeekStatus.END) {
        first = from.term();
      }
      push(next, new Place(leaf, from), first, beginning);
    }
    while (!next.isEmpty() && found.size() < limit) {
      var entry = next.pollFirstEntry();
      take(entry.getKey(), entry.getValue());
      for (Place place : entry.getValue()) {
        push(next, place, place.terms().next(), beginning);
      }
    }
  }

  /** A segment and where its dictionary is read. */
  private record Place(LeafReaderContext leaf, TermsEnum terms) {}

  private static void push(
      Map<String, List<Place>> next, Place place, @Nullable BytesRef term, BytesRef beginning) {
    if (term != null && StringHelper.startsWith(term, beginning)) {
      next.computeIfAbsent(term.utf8ToString(), t -> new ArrayList<>()).add(place);
    }
  }

  /** Adds the organisations of one term, by slug. */
  private void take(String term, List<Place> places) throws IOException {
    TreeMap<BytesRef, Integer> bySlug = new TreeMap<>();
    for (Place place : places) {
      LeafReaderContext leaf = place.leaf();
      Bits live = leaf.reader().getLiveDocs();
      SortedDocValues slugs = DocValues.getSorted(leaf.reader(), Fields.SLUG);
      PostingsEnum postings = place.terms().postings(null, PostingsEnum.NONE);
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        boolean wanted = (live == null || live.get(doc)) && !seen.contains(leaf.docBase + doc);
        if (wanted && slugs.advanceExact(doc)) {
          BytesRef slug = slugs.lookupOrd(slugs.ordValue());
          if (bySlug.size() < limit || slug.compareTo(bySlug.lastKey()) < 0) {
            bySlug.put(BytesRef.deepCopyOf(slug), leaf.docBase + doc);
            if (bySlug.size() > limit) {
              bySlug.pollLastEntry();
            }
          }
        }
      }
    }
    for (int doc : bySlug.values()) {
      if (ofWishes) {
        wishes(doc, term);
      } else if (found.size() < limit && seen.add(doc)) {
        found.add(suggestion(Candidates.record(snapshot, doc), term));
      }
    }
  }

  /** Those of an organisation whose title has the term; an organisation may have several. */
  private void wishes(int doc, String term) throws IOException {
    List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    String slug = Candidates.record(snapshot, doc).slug();
    BytesRef column = Snapshot.bytes(leaf, Fields.WISHES, doc - leaf.docBase);
    for (Wishes.Wish wish : Wishes.of(column).all()) {
      boolean sought = Wishes.sign(wish.side()) == term.charAt(0) && found.size() < limit;
      String matched = sought ? wish.matched(term) : null;
      if (matched != null && told.add(wish.id())) {
        String label = wish.title().in(language);
        found.add(
            new Suggestion(
                wish.side() == Side.NEED ? Suggestion.Type.NEED : Suggestion.Type.OFFER,
                wish.id(),
                label == null ? matched : label,
                matched,
                MatchedField.TITLE,
                slug,
                null));
      }
    }
  }

  private Suggestion suggestion(HitRecord record, String term) {
    return sound == null ? written(record, term) : heard(record, sound);
  }

  private Suggestion heard(HitRecord record, String key) {
    String shown = label(record);
    Suggestion best = null;
    for (Text text : record.texts()) {
      Sounds.Heard heard = text.source().isName() ? Sounds.find(text.text(), key) : null;
      if (heard != null && (best == null || text.text().length() < best.matched().length())) {
        best =
            new Suggestion(
                Suggestion.Type.ORGANISATION,
                record.slug(),
                shown,
                text.text(),
                text.source() == Source.ALIAS ? MatchedField.ALIAS : MatchedField.NAME,
                null,
                heard.spelled());
      }
    }
    return best == null
        ? new Suggestion(
            Suggestion.Type.ORGANISATION, record.slug(), shown, shown, MatchedField.NAME, null, key)
        : best;
  }

  private String label(HitRecord record) {
    LocalText name =
        new LocalText(
            text(record, Source.NAME_EN),
            text(record, Source.NAME_ZH_HANT),
            text(record, Source.NAME_ZH_HANS));
    String label = name.in(language);
    return label == null ? record.slug() : label;
  }

  private Suggestion written(HitRecord record, String term) {
    String shown = label(record);
    Text matched = null;
    for (Text text : record.texts()) {
      if (text.source().isName() && Grams.tails(Word.of(text.text())).contains(term)) {
        boolean better = matched == null || text.text().equals(shown);
        matched = better ? text : matched;
      }
    }
    return new Suggestion(
        Suggestion.Type.ORGANISATION,
        record.slug(),
        shown,
        matched == null ? shown : matched.text(),
        matched != null && matched.source() == Source.ALIAS
            ? MatchedField.ALIAS
            : MatchedField.NAME);
  }

  private static @Nullable String text(HitRecord record, Source source) {
    return record.texts().stream()
        .filter(text -> text.source() == source)
        .map(Text::text)
        .findFirst()
        .orElse(null);
  }
}
