package praya.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.Vocabulary;
import praya.search.SearchResult.Found;
import praya.search.text.Glossary;
import praya.search.text.Glossary.Entry;
import praya.search.text.Glossary.Phrase;
import praya.search.text.Marker;
import praya.search.text.Marker.Mark;
import praya.search.text.Snippet;
import praya.search.text.Sounds;

/**
 * Says in which fields of a hit the words are, with the best snippets. One for all hits of a
 * search: what it learns about a term of the taxonomy holds for the next hit too.
 */
final class FoundIn {
  /** A card on a page has room for as many lines. */
  private static final int MOST = 3;

  private final Marker marker;
  private final TextQuery query;
  private final Glossary glossary;
  private final Language language;
  private final List<FacetValues.Value> values;

  /** By the number of the facet value; null where it was not yet asked for. */
  private final @Nullable Optional<Place>[] terms;

  @SuppressWarnings({"unchecked", "rawtypes"}) // Java has no arrays of generic types
  FoundIn(TextQuery query, Snapshot snapshot, Marker marker, Glossary glossary, Language language) {
    this.query = query;
    this.values = snapshot.values();
    this.terms = new Optional[values.size()];
    this.marker = marker;
    this.glossary = glossary;
    this.language = language;
  }

  /**
   * A text with marks.
   *
   * @param kind the field without its language
   * @param worth how well it shows why the organisation was found
   */
  private record Place(String field, String kind, String text, List<Mark> marks, long worth) {}

  /** Parts of the query literally there count most, then parts there at all, then the field. */
  private static long worth(List<Mark> marks, int weight) {
    long given = 0; // a bit for each part; a query has at most 64
    long any = 0;
    for (Mark mark : marks) {
      any |= 1L << mark.part();
      given |= mark.given() ? 1L << mark.part() : 0;
    }
    return Long.bitCount(given) * 10_000L + Long.bitCount(any) * 1_000L + weight;
  }

  List<Found> in(ScannedRecord record, SegmentFacets facets, int doc) {
    List<Place> places = new ArrayList<>();
    for (ScannedRecord.Text text : record.texts()) {
      List<Mark> marks = marker.find(text.scanned());
      if (marks.isEmpty() && text.source().isName()) {
        marks = heard(text.scanned().text());
      }
      if (!marks.isEmpty()) {
        places.add(place(text.source(), text.scanned().text(), marks));
      }
    }
    for (int i = facets.starts()[doc]; i < facets.starts()[doc + 1]; i++) {
      term(facets.numbers()[i]).ifPresent(places::add);
    }
    places.sort(Comparator.comparingLong(Place::worth).reversed());
    List<Found> found = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (Place place : places) {
      if (found.size() < MOST && shown.add(place.kind())) {
        found.add(new Found(place.field(), Snippet.of(place.text(), place.marks())));
      }
    }
    return found;
  }

  /** The first stretch of a name that sounds like what was typed. */
  private List<Mark> heard(String name) {
    for (Map.Entry<String, Integer> sound : query.sounds().entrySet()) {
      Sounds.Heard heard = Sounds.find(name, sound.getKey());
      if (heard != null) {
        return List.of(new Mark(heard.start(), heard.end(), sound.getValue(), false));
      }
    }
    return List.of();
  }

  private Place place(Source source, String text, List<Mark> marks) {
    boolean own = source.language() == null || source.language() == language;
    int weight = source.weight() * 10 + (own ? 5 : 0);
    return new Place(source.jsonName(), source.kind(), text, marks, worth(marks, weight));
  }

  private Optional<Place> term(int number) {
    Optional<Place> known = terms[number];
    if (known == null) {
      known = term(values.get(number));
      terms[number] = known;
    }
    return known;
  }

  /** The label or synonym of a term in which a word is; the whole label if the term was named. */
  private Optional<Place> term(FacetValues.Value value) {
    return value
        .facet()
        .vocabulary()
        .flatMap(vocabulary -> glossary.find(vocabulary, value.code()))
        .flatMap(this::term);
  }

  private Optional<Place> term(Entry entry) {
    Vocabulary vocabulary = entry.term().vocabulary();
    String field = vocabulary == Vocabulary.KINDS ? "kind" : vocabulary.code();
    String label = entry.term().label().in(language);
    for (int i = 0; i < query.parts().size(); i++) {
      if (label != null && query.parts().get(i).terms().contains(entry)) {
        List<Mark> all = List.of(new Mark(0, label.length(), i, true));
        long worth = worth(all, Source.LABEL_WEIGHT * 10 + 5);
        return Optional.of(new Place(field, field, label, all, worth));
      }
    }
    return Optional.ofNullable(bestPhrase(entry, field, label));
  }

  private @Nullable Place bestPhrase(Entry entry, String field, @Nullable String label) {
    Place best = null;
    for (Phrase phrase : entry.phrases()) {
      List<Mark> marks = marker.find(phrase.scanned());
      if (!marks.isEmpty()) {
        int weight = phrase.label() ? Source.LABEL_WEIGHT * 10 : Source.SYNONYM_WEIGHT * 10;
        weight += phrase.text().equals(label) ? 5 : 0;
        Place place = new Place(field, field, phrase.text(), marks, worth(marks, weight));
        best = best == null || place.worth() > best.worth() ? place : best;
      }
    }
    return best;
  }
}
