package praya.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
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

/**
 * Finds organisations that may be partners. The scores are sums of small whole numbers, which a
 * float holds exactly: the same data give the same order whatever the segments of the index.
 */
final class Candidates {
  static final String OFFERS = "offers/";
  static final String NEEDS = "needs/";
  static final String CAPABLE = "capable/";

  /** A stated offer of what is wanted says more than a capability, and both are one more. */
  private static final int OFFER_POINTS = 4;

  private static final int CAPABLE_POINTS = 3;
  private static final int NEED_POINTS = 4;

  /** Half the organisations share a sector with somebody: it orders, it hardly decides. */
  private static final int SECTOR_POINTS = 1;

  /** Beyond what any profile states; keeps a hostile list from becoming a hostile query. */
  private static final int MOST_CODES = 200;

  private Candidates() {}

  static List<UUID> find(Snapshot snapshot, CandidateQuery query) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (String code : first(query.wanted())) {
      any.add(points(Fields.TIE, OFFERS + code, OFFER_POINTS), Occur.SHOULD);
      any.add(points(Fields.TIE, CAPABLE + code, CAPABLE_POINTS), Occur.SHOULD);
    }
    for (String code : first(query.offered())) {
      any.add(points(Fields.TIE, NEEDS + code, NEED_POINTS), Occur.SHOULD);
    }
    for (String code : first(query.sectors())) {
      any.add(
          points(Fields.FACET, OrganisationDocument.facet(Facet.SECTOR, code), SECTOR_POINTS),
          Occur.SHOULD);
    }
    String world = OrganisationDocument.facet(Facet.FICTIONAL, String.valueOf(query.fictional()));
    Query all =
        new BooleanQuery.Builder()
            .add(any.build(), Occur.MUST)
            .add(new TermQuery(new Term(Fields.FACET, world)), Occur.FILTER)
            .add(
                new TermQuery(new Term(Fields.ID, OrganisationDocument.key(query.self()))),
                Occur.MUST_NOT)
            .build();
    Sort best = new Sort(SortField.FIELD_SCORE, new SortField(Fields.SLUG, SortField.Type.STRING));
    List<UUID> ids = new ArrayList<>();
    for (ScoreDoc hit : snapshot.search(all, Math.max(1, query.limit()), best).scoreDocs) {
      ids.add(record(snapshot, hit.doc).id());
    }
    return List.copyOf(ids);
  }

  private static List<String> first(List<String> codes) {
    return codes.stream().distinct().limit(MOST_CODES).toList();
  }

  private static Query points(String field, String value, int points) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, value))), points);
  }

  static HitRecord record(Snapshot snapshot, int doc) throws IOException {
    List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues column = DocValues.getBinary(leaf.reader(), Fields.RECORD);
    if (!column.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("The document (" + doc + ") has no record.");
    }
    return HitRecord.of(column.binaryValue());
  }
}
