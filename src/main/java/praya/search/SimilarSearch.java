package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import praya.search.Similar.Kind;
import praya.search.Similar.Shared;
import praya.search.text.Glossary;
import praya.search.text.Grams;
import praya.search.text.Word;

/**
 * Finds what is like an organisation: each thing that it has counts the more, the fewer others have
 * it (the inverse document frequency of Spärck Jones, 1972). Points are whole numbers and the score
 * is their sum, so that the reasons tell all of it.
 *
 * <p>Likeness is not fit: two that do the same are rivals as often as partners.
 */
final class SimilarSearch {
  /** More words would be chance; these are the rarest that somebody else has as well. */
  private static final int MOST_WORDS = 6;

  private static final int SHORTEST_WORD = 4;

  /** Weights of a thing by its kind, times how rare it is: what is classified is meant. */
  private static final Map<Kind, Double> WEIGHTS =
      Map.of(
          Kind.CAPABILITY,
          3.0,
          Kind.SECTOR,
          2.0,
          Kind.MENTION,
          1.5,
          Kind.WORD,
          0.7,
          Kind.LAYER,
          0.5);

  private final Snapshot snapshot;
  private final TermClauses clauses;
  private final Glossary glossary;
  private final int organisations;

  SimilarSearch(Snapshot snapshot, Glossary glossary) {
    this.snapshot = snapshot;
    this.clauses = new TermClauses(snapshot);
    this.glossary = glossary;
    this.organisations = Math.max(1, snapshot.getIndexReader().numDocs());
  }

  /** A thing of the organisation, where it stands in the index, and what it counts. */
  private record Trait(Kind kind, String vocabulary, String value, Term term, double weight) {
    Shared shared(int points) {
      return new Shared(kind, vocabulary, value, points);
    }
  }

  private record Counted(Trait trait, int points) {}

  /** At most so many, the likest first; ties by slug. Nothing for an organisation unknown here. */
  List<Similar> find(UUID id, int limit) throws IOException {
    for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
      PostingsEnum found =
          leaf.reader().postings(new Term(Fields.ID, OrganisationDocument.key(id)));
      int doc = found == null ? PostingsEnum.NO_MORE_DOCS : found.nextDoc();
      for (; doc != PostingsEnum.NO_MORE_DOCS; doc = found.nextDoc()) {
        var live = leaf.reader().getLiveDocs();
        if (live == null || live.get(doc)) {
          return find(id, leaf, doc, limit);
        }
      }
    }
    return List.of();
  }

  private List<Similar> find(UUID id, LeafReaderContext leaf, int doc, int limit)
      throws IOException {
    List<Counted> counted = counted(traits(leaf, doc));
    if (counted.isEmpty()) {
      return List.of();
    }
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Counted each : counted) {
      Query one = new ConstantScoreQuery(new TermQuery(each.trait().term()));
      any.add(new BoostQuery(one, each.points()), Occur.SHOULD);
    }
    Query all =
        new BooleanQuery.Builder()
            .add(any.build(), Occur.MUST)
            .add(new TermQuery(world(leaf, doc)), Occur.FILTER)
            .add(new TermQuery(new Term(Fields.ID, OrganisationDocument.key(id))), Occur.MUST_NOT)
            .build();
    Sort best = new Sort(SortField.FIELD_SCORE, new SortField(Fields.SLUG, SortField.Type.STRING));
    List<Similar> similar = new ArrayList<>();
    for (ScoreDoc hit : snapshot.search(all, limit, best).scoreDocs) {
      similar.add(similar(hit.doc, counted));
    }
    return similar;
  }

  private Similar similar(int doc, List<Counted> counted) throws IOException {
    List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    List<Shared> shared = new ArrayList<>();
    for (Counted each : counted) {
      if (has(leaf, each.trait().term(), doc - leaf.docBase)) {
        shared.add(each.trait().shared(each.points()));
      }
    }
    int score = shared.stream().mapToInt(Shared::points).sum();
    HitRecord record =
        HitRecord.withoutTexts(Snapshot.bytes(leaf, Fields.RECORD, doc - leaf.docBase));
    return new Similar(record.id(), record.slug(), score, shared);
  }

  private static boolean has(LeafReaderContext leaf, Term term, int doc) throws IOException {
    PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
    return postings != null && postings.advance(doc) == doc;
  }

  /** Real and fictional never mix. */
  private Term world(LeafReaderContext leaf, int doc) throws IOException {
    Term fictional = new Term(Fields.FACET, OrganisationDocument.facet(Facet.FICTIONAL, "true"));
    return has(leaf, fictional, doc)
        ? fictional
        : new Term(Fields.FACET, OrganisationDocument.facet(Facet.FICTIONAL, "false"));
  }

  /** Shares of a hundred, the largest first; what comes to less than one is left out. */
  private static List<Counted> counted(List<Trait> traits) {
    double sum = traits.stream().mapToDouble(Trait::weight).sum();
    return traits.stream()
        .map(trait -> new Counted(trait, (int) Math.floor(100 * trait.weight() / sum)))
        .filter(each -> each.points() > 0)
        .sorted(
            Comparator.comparingInt(Counted::points)
                .reversed()
                .thenComparing(each -> each.trait().kind())
                .thenComparing(each -> each.trait().value()))
        .toList();
  }

  private List<Trait> traits(LeafReaderContext leaf, int doc) throws IOException {
    List<Trait> traits = new ArrayList<>();
    Set<String> coded = new HashSet<>();
    var facets = snapshot.facets(leaf);
    for (int i = facets.starts()[doc]; i < facets.starts()[doc + 1]; i++) {
      FacetValues.Value value = snapshot.values().get(facets.numbers()[i]);
      Kind kind =
          switch (value.facet()) {
            case CAPABILITY -> Kind.CAPABILITY;
            case SECTOR -> Kind.SECTOR;
            case LAYER -> Kind.LAYER;
            case KIND, MEMBER, HOLDS_ALLOCATION, FICTIONAL -> null;
          };
      if (kind != null) {
        String vocabulary = value.facet().vocabulary().orElseThrow().code();
        coded.add(vocabulary + "/" + value.code());
        String token = OrganisationDocument.facet(value.facet(), value.code());
        weighed(kind, vocabulary, value.code(), new Term(Fields.FACET, token))
            .ifPresent(traits::add);
      }
    }
    ScannedRecord record = snapshot.record(leaf, doc);
    mentions(record, coded, traits);
    words(record, traits);
    return traits;
  }

  /** Terms that its texts mention; what it is classified by is counted already. */
  private void mentions(ScannedRecord record, Set<String> coded, List<Trait> traits)
      throws IOException {
    Map<String, praya.domain.Term> mentioned = new LinkedHashMap<>();
    for (ScannedRecord.Text text : record.texts()) {
      glossary.mentions(
          text.scanned().words(), entry -> mentioned.put(Bag.mention(entry.term()), entry.term()));
    }
    for (Map.Entry<String, praya.domain.Term> each : mentioned.entrySet()) {
      praya.domain.Term term = each.getValue();
      if (!coded.contains(term.vocabulary().code() + "/" + term.code())) {
        var token = new Term(Fields.BAG, each.getKey());
        weighed(Kind.MENTION, term.vocabulary().code(), term.code(), token).ifPresent(traits::add);
      }
    }
  }

  /** Its rarest Latin words outside names that somebody else has as well. */
  private void words(ScannedRecord record, List<Trait> traits) throws IOException {
    Map<String, Trait> words = new LinkedHashMap<>();
    for (ScannedRecord.Text text : record.texts()) {
      if (text.source().isName() || text.source() == Source.WEBSITE) {
        continue;
      }
      for (Word word : text.scanned().words()) {
        boolean telling =
            !word.han()
                && word.folded().length() >= SHORTEST_WORD
                && word.folded().chars().allMatch(Character::isLetter)
                && !Grams.isLight(word);
        if (telling && !words.containsKey(word.stem())) {
          weighed(Kind.WORD, "", word.folded(), new Term(Fields.BAG, word.stem()))
              .ifPresent(trait -> words.put(word.stem(), trait));
        }
      }
    }
    words.values().stream()
        .sorted(Comparator.comparingDouble(Trait::weight).reversed().thenComparing(Trait::value))
        .limit(MOST_WORDS)
        .forEach(traits::add);
  }

  /** The trait with what it counts, if anybody else has it. */
  private Optional<Trait> weighed(Kind kind, String vocabulary, String value, Term term)
      throws IOException {
    int having =
        term.field().equals(Fields.BAG)
            ? clauses.frequency(term.text())
            : snapshot.getIndexReader().docFreq(term);
    if (having < 2) {
      return Optional.empty();
    }
    double rarity = Math.log(1 + (organisations - having + 0.5) / (having + 0.5));
    double weight = Objects.requireNonNull(WEIGHTS.get(kind)) * Math.max(0, rarity);
    return Optional.of(new Trait(kind, vocabulary, value, term, weight));
  }
}
