package praya.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.domain.Problem;
import praya.domain.Taxonomy;
import praya.evaluation.Report.Answer;
import praya.search.Indexed;
import praya.search.SearchIndex;
import praya.search.SearchQuery;
import praya.search.SearchQuery.Page;
import praya.search.SearchQuery.Want;
import praya.search.SearchResult;

/**
 * One evaluation: the documents go through the very index of the directory, the queries through its
 * very search, so that the figures tell of what people get.
 */
public final class Evaluation {
  /** As many as one batch of the directory's own. */
  private static final int BATCH = 500;

  private final Taxonomy taxonomy;
  private final Request request;
  private final Set<String> ids = new HashSet<>();
  private final List<Indexed> batch = new ArrayList<>();

  /**
   * What to judge by.
   *
   * @param fields of the documents that are searched; empty for all
   */
  public record Request(Path documents, Path queries, List<String> fields) {
    public Request {
      fields = List.copyOf(fields);
    }
  }

  private Evaluation(Taxonomy taxonomy, Request request) {
    this.taxonomy = taxonomy;
    this.request = request;
  }

  /**
   * Runs an evaluation with the terms and synonyms of a taxonomy.
   *
   * @throws Problem.InvalidInput with every fault of both files
   */
  public static Report run(Taxonomy taxonomy, Request request) {
    return new Evaluation(taxonomy, request).run();
  }

  private Report run() {
    Faults faults = new Faults();
    var reader = new DocumentReader(WantedFields.of(request.fields(), faults), faults);
    List<JudgedQuery> queries = new QueryReader(faults).read(new JsonLines(request.queries()));
    try {
      Path folder = Files.createTempDirectory("praya-evaluation");
      try (SearchIndex index = SearchIndex.open(folder, taxonomy)) {
        index.clear();
        new JsonLines(request.documents())
            .forEach(
                line -> {
                  @Nullable Indexed document = reader.read(line);
                  if (document != null && faults.isEmpty()) {
                    put(document, index);
                  }
                },
                faults);
        if (reader.lines() == 0 && faults.isEmpty()) {
          faults.add(
              request.documents().toString(),
              null,
              "The file holds no document. Maybe it is another one.");
        }
        faults.requireNone();
        index.put(batch);
        index.refresh();
        index.ready(true);
        return answer(index, queries, reader.remarks());
      } finally {
        delete(folder);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void put(Indexed document, SearchIndex index) {
    ids.add(document.sheet().organisation().slug());
    batch.add(document);
    if (batch.size() == BATCH) {
      index.put(batch);
      batch.clear();
    }
  }

  private Report answer(SearchIndex index, List<JudgedQuery> queries, List<String> remarks) {
    List<String> told = new ArrayList<>(remarks);
    List<JudgedQuery> judged = queries.stream().filter(q -> !q.relevant().isEmpty()).toList();
    if (judged.size() < queries.size()) {
      told.add(
          (queries.size() - judged.size())
              + " of "
              + queries.size()
              + " queries have no relevant document and are not counted.");
    }
    long missing =
        judged.stream()
            .flatMap(query -> query.relevant().keySet().stream())
            .filter(id -> !ids.contains(id))
            .count();
    if (missing > 0) {
      told.add(missing + " relevant documents are not in the collection; they count as not found.");
    }
    List<Answer> answers =
        judged.parallelStream()
            .map(query -> {
              List<String> hits = hits(index, query.text());
              return new Answer(
                  query.text(), query.language(), hits, Figures.of(hits, query.relevant()));
            })
            .toList();
    return new Report(ids.size(), answers, told);
  }

  /** The first hits, page by page as everybody gets them. */
  private static List<String> hits(SearchIndex index, String text) {
    List<String> hits = new ArrayList<>();
    @Nullable String cursor = null;
    do {
      Page page = new Page(Math.min(Page.MAX_LIMIT, Figures.DEPTH - hits.size()), cursor);
      SearchResult result = index.search(SearchQuery.of(text).with(Want.HITS).with(page));
      result.hits().forEach(hit -> hits.add(hit.slug()));
      cursor = result.next();
    } while (cursor != null && hits.size() < Figures.DEPTH);
    return hits;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
