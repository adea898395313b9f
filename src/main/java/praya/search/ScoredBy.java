package praya.search;

import java.io.IOException;
import java.util.Objects;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;

/** A query that is scored otherwise than the others of its searcher. */
final class ScoredBy extends Query {
  private final Query query;
  private final Similarity similarity;

  ScoredBy(Query query, Similarity similarity) {
    this.query = query;
    this.similarity = similarity;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query rewritten = query.rewrite(searcher);
    return rewritten.equals(query) ? this : new ScoredBy(rewritten, similarity);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
      throws IOException {
    IndexSearcher own = new IndexSearcher(searcher.getTopReaderContext());
    own.setSimilarity(similarity);
    own.setQueryCache(null);
    return query.createWeight(own, mode, boost);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    query.visit(visitor);
  }

  @Override
  public String toString(String field) {
    return query.toString(field);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoredBy scored
        && query.equals(scored.query)
        && similarity.equals(scored.similarity);
  }

  @Override
  public int hashCode() {
    return Objects.hash(query, similarity);
  }
}
