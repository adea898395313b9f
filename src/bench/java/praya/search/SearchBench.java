package praya.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import praya.domain.Language;
import praya.domain.Profile;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.SearchQuery.Filters;
import praya.search.SearchQuery.Page;
import praya.search.SearchQuery.Want;

/**
 * Speed of the engine on one thread, in processor time, without HTTP and JSON: building, searching
 * with ten hits, all facets and snippets, suggesting, becoming visible. The argument is the number
 * of organisations; 0 for the real ones of the seed.
 */
public final class SearchBench {
  private static final int QUERIES = 300;
  private static final int SECONDS = 10;

  private SearchBench() {}

  public static void main(String[] args) throws IOException {
    int size = Integer.parseInt(args[0]);
    int seconds = args.length > 1 ? Integer.parseInt(args[1]) : SECONDS;
    Path folder = Files.createTempDirectory("praya-search-bench");
    try (SearchIndex index = SearchIndex.open(folder, SeedData.taxonomy())) {
      build(index, size);
      together(size);
      System.out.printf("size on disk %.1f MB%n", bytes(folder) / 1e6);
      List<SearchQuery> queries = queries();
      measure("search, 10 hits, facets, snippets", seconds, queries, index::search);
      List<SearchQuery> filtered =
          queries.stream().map(q -> q.with(Filters.NONE.plus(Facet.KIND, "startup"))).toList();
      measure("the same, one kind chosen", seconds / 2, filtered, index::search);
      List<SearchQuery> bare = queries.stream().map(q -> q.with(Want.HITS)).toList();
      measure("10 hits and the total only", seconds / 2, bare, index::search);
      List<SearchQuery> empty = List.of(SearchQuery.of("").with(new Page(10, null)));
      measure("no text, facets", seconds / 4, empty, index::search);
      measure("suggest", seconds / 2, prefixes(), typed -> index.suggest(typed, 8, Language.EN));
      visible(index);
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          "heap after gc %.0f MB%n", (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }

  private static void build(SearchIndex index, int size) {
    GeneratedOrganisations generated = new GeneratedOrganisations();
    long clock = System.nanoTime();
    long start = cpu();
    long making = 0;
    index.clear(); // as for every index that is built from nothing
    if (size == 0) {
      index.put(SeedData.real());
    }
    for (int done = 0; done < size; done += 1000) {
      long before = cpu();
      List<Indexed> batch = generated.next(Math.min(1000, size - done));
      making += cpu() - before;
      index.put(batch);
    }
    index.commit(new Position(new UUID(0, 0), 1));
    index.refresh();
    index.ready(true);
    double seconds = (cpu() - start - making) / 1e9;
    System.out.printf(
        "built %d in %.1f s of this thread's processor time: %.0f/s; %.1f s by the clock%n",
        index.size(), seconds, index.size() / seconds, (System.nanoTime() - clock) / 1e9);
  }

  /** The same as the server builds it: for all audiences, on as many threads as there are cores. */
  private static void together(int size) throws IOException {
    Path folder = Files.createTempDirectory("praya-search-bench");
    GeneratedOrganisations generated = new GeneratedOrganisations();
    try (SearchIndexes all = SearchIndexes.open(folder, SeedData.taxonomy())) {
      all.clear();
      long making = 0;
      long start = System.nanoTime();
      for (int done = 0; done < size; done += 1000) {
        long before = System.nanoTime();
        Map<UUID, Indexed> batch = new LinkedHashMap<>();
        generated
            .next(Math.min(1000, size - done))
            .forEach(each -> batch.put(each.sheet().id(), each));
        making += System.nanoTime() - before;
        all.put(
            batch.values().stream().map(Indexed::sheet).toList(),
            sheet -> Objects.requireNonNull(batch.get(sheet.id())));
      }
      all.commit(new Position(new UUID(0, 0), 1));
      all.refresh();
      double seconds = (System.nanoTime() - start - making) / 1e9;
      System.out.printf(
          "built %d for all audiences on %d cores in %.1f s by the clock: %.0f/s%n",
          size, Runtime.getRuntime().availableProcessors(), seconds, size / seconds);
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }

  private static long bytes(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum();
    }
  }

  /** Two thirds English, one third Chinese: terms, names, words of summaries. */
  private static List<SearchQuery> queries() {
    Random random = new Random(1);
    List<Term> terms = SeedData.taxonomy().list(Vocabulary.CAPABILITIES);
    List<Indexed> seed = SeedData.real();
    List<SearchQuery> queries = new ArrayList<>();
    while (queries.size() < QUERIES) {
      boolean chinese = queries.size() % 3 == 2;
      Profile profile = seed.get(random.nextInt(seed.size())).sheet().organisation().profile();
      Term term = terms.get(random.nextInt(terms.size()));
      String text =
          switch (random.nextInt(3)) {
            case 0 -> term.label().in(chinese ? Language.ZH_HANT : Language.EN);
            case 1 -> profile.name().in(chinese ? Language.ZH_HANT : Language.EN);
            default ->
                words(profile.summary().in(chinese ? Language.ZH_HANT : Language.EN), random);
          };
      if (text != null) {
        queries.add(SearchQuery.of(text).with(new Page(10, null)));
      }
    }
    return queries;
  }

  private static String words(String summary, Random random) {
    if (summary.charAt(0) > 0x2E80) {
      int from = random.nextInt(Math.max(1, summary.length() - 4));
      return summary.substring(from, Math.min(summary.length(), from + 4));
    }
    String[] words = summary.split(" ");
    int from = random.nextInt(words.length);
    return String.join(
        " ", Arrays.copyOfRange(words, from, Math.min(words.length, from + 1 + random.nextInt(3))));
  }

  private static List<String> prefixes() {
    List<String> prefixes = new ArrayList<>();
    for (Indexed each : SeedData.all()) {
      for (String name :
          List.of(
              each.sheet().organisation().name(Language.EN),
              each.sheet().organisation().name(Language.ZH_HANT))) {
        for (int length = 1; length <= Math.min(8, name.length()); length++) {
          prefixes.add(name.substring(0, length));
        }
        if (name.length() > 6) {
          prefixes.add(name.substring(0, 3) + "x" + name.substring(4, 6));
        }
      }
    }
    return prefixes;
  }

  /** Time from a change of one organisation to its being seen, without commit. */
  private static void visible(SearchIndex index) {
    List<Indexed> changes = new GeneratedOrganisations().next(300);
    long[] nanos = new long[changes.size()];
    for (int i = 0; i < nanos.length; i++) {
      long start = cpu();
      index.put(List.of(changes.get(i)));
      index.refresh();
      nanos[i] = cpu() - start;
    }
    report("write to visible", nanos, nanos.length);
  }

  private static <T> void measure(String what, int seconds, List<T> inputs, Consumer<T> action) {
    run(seconds / 2.0, inputs, action, new long[0]);
    long[] nanos = new long[4_000_000];
    int count = run(seconds, inputs, action, nanos);
    report(what, nanos, count);
  }

  private static <T> int run(double seconds, List<T> inputs, Consumer<T> action, long[] nanos) {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    int count = 0;
    long now = cpu();
    for (; System.nanoTime() < end; count++) {
      action.accept(inputs.get(count % inputs.size()));
      long after = cpu();
      if (count < nanos.length) {
        nanos[count] = after - now;
      }
      now = after;
    }
    return count;
  }

  /** What this thread has used of a processor: neighbours on the machine do not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void report(String what, long[] nanos, int count) {
    int kept = Math.min(count, nanos.length);
    long sum = 0;
    for (int i = 0; i < kept; i++) {
      sum += nanos[i];
    }
    Arrays.sort(nanos, 0, kept);
    System.out.printf(
        "%-34s %8.0f/s  p50 %.3f ms  p99 %.3f ms  max %.1f ms%n",
        what,
        kept / (sum / 1e9),
        nanos[kept / 2] / 1e6,
        nanos[kept * 99 / 100] / 1e6,
        nanos[kept - 1] / 1e6);
  }
}
