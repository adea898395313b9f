package praya.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthCharFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lucene as its own documentation uses it, in the process: three fields, all words needed, ten hits
 * with their stored JSON, five facets from doc values, the unified highlighter.
 */
public final class BareLucene {
  private static final List<String> FACETS =
      List.of("kind", "layer", "sector", "capability", "holds");
  private static final List<String> TEXTS = List.of("name", "summary", "more");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Analyzer WORDS =
      new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
          var source = new StandardTokenizer();
          TokenStream words = new CJKBigramFilter(new LowerCaseFilter(source), 15, true);
          return new TokenStreamComponents(source, new PorterStemFilter(words));
        }

        @Override
        protected java.io.Reader initReader(String field, java.io.Reader reader) {
          return new CJKWidthCharFilter(reader);
        }
      };

  private final IndexSearcher searcher;
  private final DefaultSortedSetDocValuesReaderState state;

  private BareLucene(DirectoryReader reader) throws IOException {
    searcher = new IndexSearcher(reader);
    state = new DefaultSortedSetDocValuesReaderState(reader, config());
  }

  /**
   * @param arguments the documents, a folder, the queries, for how many seconds, on how many
   *     threads
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[1]);
    if (!Files.isDirectory(folder)) {
      build(Path.of(arguments[0]), folder);
    }
    List<String> queries = Files.readAllLines(Path.of(arguments[2]));
    int seconds = Integer.parseInt(arguments[3]);
    int threads = Integer.parseInt(arguments[4]);
    try (var directory = FSDirectory.open(folder);
        var reader = DirectoryReader.open(directory)) {
      var bare = new BareLucene(reader);
      bare.run(queries, seconds, threads);
      System.out.println("bare-lucene " + bare.run(queries, seconds, threads));
    }
  }

  private static FacetsConfig config() {
    var config = new FacetsConfig();
    FACETS.forEach(facet -> config.setMultiValued(facet, true));
    return config;
  }

  private static void build(Path documents, Path folder) throws Exception {
    FieldType offsets = new FieldType(TextField.TYPE_STORED);
    offsets.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    offsets.freeze();
    FacetsConfig config = config();
    long begin = System.nanoTime();
    try (var directory = FSDirectory.open(folder);
        var writer =
            new IndexWriter(directory, new IndexWriterConfig(WORDS).setRAMBufferSizeMB(128));
        BufferedReader lines = Files.newBufferedReader(documents)) {
      var threads =
          new ThreadPoolExecutor(
              2,
              2,
              0,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(1000),
              new ThreadPoolExecutor.CallerRunsPolicy());
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String json = line;
        threads.execute(() -> add(writer, config, offsets, json));
      }
      threads.shutdown();
      threads.awaitTermination(1, TimeUnit.HOURS);
      writer.commit();
      double seconds = (System.nanoTime() - begin) / 1e9;
      int count = writer.getDocStats().numDocs;
      System.out.printf(
          "bare lucene  indexed %d organisations in %.1f s: %.0f a second, JSON read along%n",
          count, seconds, count / seconds);
    }
  }

  private static void add(IndexWriter writer, FacetsConfig config, FieldType type, String line) {
    try {
      JsonNode node = JSON.readTree(line);
      Document document = new Document();
      TEXTS.forEach(text -> document.add(new Field(text, node.path(text).asString(), type)));
      for (String facet : FACETS) {
        node.path(facet)
            .forEach(
                code -> document.add(new SortedSetDocValuesFacetField(facet, code.asString())));
      }
      document.add(new StoredField("json", node.path("json").toString()));
      writer.addDocument(config.build(document));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Query query(String text) throws IOException {
    var all = new BooleanQuery.Builder();
    try (TokenStream words = WORDS.tokenStream("name", text)) {
      var word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        List<Query> fields = new ArrayList<>();
        for (String field : TEXTS) {
          Query one = new TermQuery(new Term(field, word.toString()));
          fields.add(field.equals("name") ? new BoostQuery(one, 4) : one);
        }
        all.add(new DisjunctionMaxQuery(fields, 0.1f), Occur.MUST);
      }
    }
    return all.build();
  }

  private int search(String text) throws IOException {
    Query query = query(text);
    var result = FacetsCollectorManager.search(searcher, query, 10, new FacetsCollectorManager());
    var counts = new SortedSetDocValuesFacetCounts(state, result.facetsCollector());
    int size = 0;
    for (String facet : FACETS) {
      var top = counts.getTopChildren(200, facet);
      size += top == null ? 0 : top.labelValues.length;
    }
    var hits = result.topDocs();
    for (ScoreDoc hit : hits.scoreDocs) {
      size += searcher.storedFields().document(hit.doc).get("json").length();
    }
    if (hits.scoreDocs.length > 0) {
      UnifiedHighlighter highlighter = UnifiedHighlighter.builder(searcher, WORDS).build();
      size += highlighter.highlightFields(TEXTS.toArray(String[]::new), query, hits).size();
    }
    return size;
  }

  private String run(List<String> queries, int seconds, int threads) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var tasks = new ArrayList<Callable<long[]>>();
    for (int i = 0; i < threads; i++) {
      int from = i * queries.size() / threads;
      tasks.add(() -> {
        var nanos = java.util.stream.LongStream.builder();
        for (int at = from; System.nanoTime() < end; at++) {
          long begin = System.nanoTime();
          search(queries.get(at % queries.size()));
          nanos.add(System.nanoTime() - begin);
        }
        return nanos.build().toArray();
      });
    }
    var all = java.util.stream.LongStream.empty();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (var done : pool.invokeAll(tasks)) {
        all = java.util.stream.LongStream.concat(all, Arrays.stream(done.get()));
      }
    }
    long[] nanos = all.sorted().toArray();
    return "%.1f %.2fms %.2fms"
        .formatted(
            nanos.length / (double) seconds,
            nanos[nanos.length / 2] / 1e6,
            nanos[(int) (nanos.length * 0.99)] / 1e6);
  }
}
