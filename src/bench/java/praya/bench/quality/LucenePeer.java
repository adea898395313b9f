package praya.bench.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene with one of its analysers as it comes: every word of the query by BM25F over the three
 * fields, a name weighing four times a summary, any word enough. The weights were set once and not
 * tuned.
 */
final class LucenePeer implements Peer {
  private final String name;
  private final Analyzer analyzer;
  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  LucenePeer(String name, Analyzer analyzer, List<Texts> organisations) throws IOException {
    this.name = name;
    this.analyzer = analyzer;
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (Texts each : organisations) {
        Document document = new Document();
        document.add(new StoredField("id", each.id()));
        document.add(new TextField("names", each.names(), Field.Store.NO));
        document.add(new TextField("terms", each.terms(), Field.Store.NO));
        document.add(new TextField("prose", each.prose(), Field.Store.NO));
        writer.addDocument(document);
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<String> search(String text, int limit) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    try (TokenStream tokens = analyzer.tokenStream("prose", text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        any.add(
            new CombinedFieldQuery.Builder(term.toString())
                .addField("names", 4)
                .addField("terms", 1)
                .addField("prose", 1)
                .build(),
            Occur.SHOULD);
      }
      tokens.end();
    }
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : searcher.search(any.build(), limit).scoreDocs) {
      ids.add(searcher.storedFields().document(hit.doc).get("id"));
    }
    return ids;
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
    analyzer.close();
  }
}
