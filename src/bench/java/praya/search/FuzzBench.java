package praya.search;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import praya.domain.Language;
import praya.search.SearchQuery.Page;

/**
 * Random and hostile queries against the engine, without HTTP: none may throw, each ends within its
 * budget, and the heap stays where it was. Arguments: how many queries, how many generated
 * organisations (0 for the seed's). The same numbers give the same queries.
 */
public final class FuzzBench {
  private static final String SIGNS = "\"“”「」-－:|()[]{}*?~^\\/+!&.,;'#@%$<>=_";
  private static final List<String> HOSTILE =
      List.of(
          "(",
          ")",
          "((((",
          "*:*",
          "a*",
          "/.*/",
          "[a TO z]",
          "~2",
          "\\",
          "OR",
          "AND",
          "NOT",
          "name:",
          "need:",
          "sector：",
          "名稱:",
          "-\"",
          "\"",
          "\u202e",
          "\u200b",
          "\u200d",
          "\ufeff",
          "\ud83d",
          "\ude00",
          "\u0000",
          "'; DROP TABLE x; --",
          "<script>",
          "${jndi:x}",
          "é",
          "e\u0301",
          "ﷺ",
          "𠮷",
          "🙂",
          "שלום",
          "مرحبا",
          "ｈｓｂｃ",
          "\u3000",
          "\u0430");

  private final Random random = new Random(20261123);
  private final List<String> words = new ArrayList<>();

  private FuzzBench() {
    for (Indexed each : SeedData.all()) {
      var name = each.sheet().organisation().profile().name();
      for (String text : new String[] {name.en(), name.zhHant()}) {
        if (text != null) {
          words.addAll(List.of(text.split(" ")));
        }
      }
    }
    words.addAll(
        List.of("shangtang", "st", "seung1", "軟體", "fraud", "bank", "data", "hong", "kong"));
  }

  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[0]);
    int size = Integer.parseInt(args[1]);
    Path folder = Files.createTempDirectory("praya-fuzz");
    try (SearchIndex index = SearchIndex.open(folder, SeedData.taxonomy())) {
      if (size == 0) {
        index.put(SeedData.all());
      } else {
        index.put(new GeneratedOrganisations().next(size));
      }
      index.refresh();
      index.ready(true);
      new FuzzBench().run(index, count);
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
    }
  }

  private void run(SearchIndex index, int count) {
    long[] nanos = new long[count];
    int stopped = 0;
    int relaxed = 0;
    int thrown = 0;
    int empty = 0;
    long early = 0;
    String slowest = "";
    long most = 0;
    for (int i = 0; i < count; i++) {
      String text = query();
      long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      try {
        SearchResult result = index.search(SearchQuery.of(text).with(new Page(10, null)));
        stopped += result.wording().stopped() ? 1 : 0;
        relaxed += result.wording().relaxed() ? 1 : 0;
        empty += result.total() == 0 ? 1 : 0;
        if (i % 10 == 0) {
          index.suggest(text, 8, Language.EN);
        }
      } catch (RuntimeException | Error failure) {
        if (thrown++ < 5) {
          System.out.println("THROWN by " + shown(text) + ": " + failure);
        }
      }
      nanos[i] = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
      if (i > count / 10 && nanos[i] > most) {
        most = nanos[i];
        slowest = text;
      }
      if (i == count / 10) {
        early = heap();
      }
    }
    long late = heap();
    Arrays.sort(nanos);
    System.out.printf(
        "%d queries: %d thrown, %d found nothing, %d relaxed, %d stopped%n",
        count, thrown, empty, relaxed, stopped);
    System.out.printf(
        "processor time p50 %.3f ms  p99 %.3f ms  p99.9 %.3f ms  max %.1f ms%n",
        nanos[count / 2] / 1e6,
        nanos[(int) (count * 0.99)] / 1e6,
        nanos[(int) (count * 0.999)] / 1e6,
        nanos[count - 1] / 1e6);
    System.out.printf("slowest after a tenth: %.1f ms, %s%n", most / 1e6, shown(slowest));
    System.out.printf(
        "heap after gc: %.1f MB after a tenth, %.1f MB at the end%n", early / 1e6, late / 1e6);
    if (thrown > 0) {
      System.exit(1);
    }
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static String shown(String text) {
    String start = text.substring(0, Math.min(80, text.length()));
    return text.length()
        + " characters: "
        + start
            .codePoints()
            .filter(c -> c >= 32 && !Character.isSurrogate((char) c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
  }

  private String query() {
    StringBuilder text = new StringBuilder();
    if (random.nextInt(2000) == 0) {
      String piece = piece() + (random.nextBoolean() ? " " : "");
      while (text.length() < 65_536) {
        text.append(piece);
      }
      return text.toString();
    }
    int pieces = 1 + random.nextInt(random.nextInt(10) == 0 ? 80 : 8);
    for (int i = 0; i < pieces; i++) {
      text.append(piece());
      text.append(random.nextInt(3) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private String piece() {
    return switch (random.nextInt(8)) {
      case 0 -> HOSTILE.get(random.nextInt(HOSTILE.size()));
      case 1 -> String.valueOf(SIGNS.charAt(random.nextInt(SIGNS.length())));
      case 2 -> String.valueOf((char) random.nextInt(0x10000));
      case 3 -> letters();
      case 4 -> misspelt(words.get(random.nextInt(words.size())));
      case 5 ->
          SIGNS.charAt(random.nextInt(SIGNS.length())) + words.get(random.nextInt(words.size()));
      default -> words.get(random.nextInt(words.size()));
    };
  }

  private String letters() {
    StringBuilder letters = new StringBuilder();
    for (int i = 1 + random.nextInt(12); i > 0; i--) {
      letters.append((char) ('a' + random.nextInt(26)));
    }
    return letters.toString();
  }

  private String misspelt(String word) {
    int at = random.nextInt(word.length());
    return word.substring(0, at) + (char) ('a' + random.nextInt(26)) + word.substring(at + 1);
  }
}
