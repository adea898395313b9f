package praya.search;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import praya.domain.Audience;
import praya.search.SearchQuery.Page;

/** Searches in an index that is there already, in the process: ten hits, all facets, snippets. */
public final class SpeedInProcess {
  private SpeedInProcess() {}

  /**
   * @param arguments the folder of the indexes, the queries, for how many seconds, how many threads
   */
  public static void main(String[] arguments) throws Exception {
    List<SearchQuery> queries =
        Files.readAllLines(Path.of(arguments[1])).stream()
            .map(text -> SearchQuery.of(text).with(new Page(10, null)))
            .toList();
    int seconds = Integer.parseInt(arguments[2]);
    int threads = Integer.parseInt(arguments[3]);
    try (var indexes = SearchIndexes.open(Path.of(arguments[0]), SeedData.taxonomy())) {
      indexes.ready(true);
      SearchIndex index = indexes.of(Audience.PUBLIC);
      run(index, queries, seconds, threads);
      System.out.println("praya-in-process " + run(index, queries, seconds, threads));
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.err.printf(
          "praya        heap after gc, index alone: %.0f MB%n",
          (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }
  }

  private static String run(SearchIndex index, List<SearchQuery> queries, int seconds, int threads)
      throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var tasks = new ArrayList<Callable<long[]>>();
    for (int i = 0; i < threads; i++) {
      int from = i * queries.size() / threads;
      tasks.add(() -> {
        var nanos = LongStream.builder();
        for (int at = from; System.nanoTime() < end; at++) {
          long begin = System.nanoTime();
          index.search(queries.get(at % queries.size()));
          nanos.add(System.nanoTime() - begin);
        }
        return nanos.build().toArray();
      });
    }
    var all = LongStream.empty();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      for (Future<long[]> done : pool.invokeAll(tasks)) {
        all = LongStream.concat(all, Arrays.stream(done.get()));
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
