package praya.bench.quality;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import praya.evaluation.Figures;
import praya.json.Json;
import praya.search.Indexed;
import praya.search.SeedData;
import tools.jackson.databind.JsonNode;

/**
 * The judged queries, asked of Praya and of three baselines over the same organisations in one run:
 * nDCG@10, MRR and recall@10 of each class of queries.
 */
public final class QualityBench {
  private static final int DEPTH = 100;

  private QualityBench() {}

  private record Judged(String query, String group, Map<String, Double> relevant) {}

  /**
   * @param arguments the judged queries, a folder to work in, the folder of the unpacked
   *     PostgreSQL; then a class whose queries shall be told one by one
   */
  public static void main(String[] arguments) throws Exception {
    List<Judged> queries = read(Path.of(arguments[0]));
    Path folder = Path.of(arguments[1]);
    List<Indexed> organisations = SeedData.all();
    List<Texts> texts = Texts.of(organisations, SeedData.taxonomy());
    List<Peer> peers =
        List.of(
            new PrayaPeer(folder.resolve("index"), organisations, SeedData.taxonomy()),
            new LucenePeer("StandardAnalyzer", new StandardAnalyzer(), texts),
            new LucenePeer("CJKAnalyzer", new CJKAnalyzer(), texts),
            new PostgresPeer(folder.resolve("postgres"), Path.of(arguments[2]), texts));
    Map<String, Map<String, List<Figures>>> figures = new LinkedHashMap<>();
    for (Peer peer : peers) {
      for (Judged each : queries) {
        List<String> hits = peer.search(each.query(), DEPTH);
        Figures one = Figures.of(hits, each.relevant());
        for (String group : List.of(each.group(), "all")) {
          figures
              .computeIfAbsent(group, g -> new LinkedHashMap<>())
              .computeIfAbsent(peer.name(), p -> new ArrayList<>())
              .add(one);
        }
        if (arguments.length > 3 && arguments[3].equals(each.group())) {
          System.out.printf(
              "%-16s %.3f  %s  %s%n",
              peer.name(), one.ndcg10(), each.query(), hits.subList(0, Math.min(5, hits.size())));
        }
      }
    }
    print(figures, peers);
    for (Peer peer : peers) {
      peer.close();
    }
  }

  /** All groups in the order of the file, then the row of all. */
  private static void print(Map<String, Map<String, List<Figures>>> figures, List<Peer> peers) {
    System.out.printf("%d organisations in seed-data/%n%n", SeedData.all().size());
    System.out.printf("%-15s %7s ", "nDCG@10 MRR R@10", "queries");
    peers.forEach(peer -> System.out.printf("  %-16s", peer.name()));
    System.out.println();
    Map<String, List<Figures>> all = figures.remove("all");
    figures.forEach(QualityBench::row);
    if (all != null) {
      row("all", all);
    }
  }

  private static void row(String group, Map<String, List<Figures>> byPeer) {
    int wide = (int) group.codePoints().filter(c -> c >= 0x2E80).count();
    System.out.printf(
        "%-" + (16 - wide) + "s %7d ", group, byPeer.values().iterator().next().size());
    byPeer.forEach((peer, all) -> {
      Figures mean = Figures.mean(all);
      System.out.printf("  %.3f %.3f %.3f", mean.ndcg10(), mean.mrr(), mean.recall10());
    });
    System.out.println();
  }

  private static List<Judged> read(Path file) throws IOException {
    List<Judged> queries = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      JsonNode json = Json.read(line.getBytes(StandardCharsets.UTF_8));
      Map<String, Double> relevant = new LinkedHashMap<>();
      json.path("relevant")
          .properties()
          .forEach(entry -> relevant.put(entry.getKey(), entry.getValue().doubleValue()));
      queries.add(new Judged(json.path("q").asString(), json.path("lang").asString(), relevant));
    }
    return queries;
  }
}
