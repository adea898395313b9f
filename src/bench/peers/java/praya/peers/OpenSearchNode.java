package praya.peers;

import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * A single node of OpenSearch with the documents of a file in it: one shard, no replica. Chinese is
 * cut into characters and pairs, English is stemmed, as Praya does it. Runs until it is ended.
 */
public final class OpenSearchNode {
  private static final String SETTINGS =
      """
      {"settings": {"number_of_shards": 1, "number_of_replicas": 0, "refresh_interval": "-1",
        "analysis": {
          "filter": {"pairs": {"type": "cjk_bigram", "output_unigrams": true}},
          "analyzer": {"words": {"tokenizer": "standard",
            "filter": ["cjk_width", "lowercase", "pairs", "porter_stem"]}}}},
       "mappings": {"dynamic": false, "properties": {
         "name": {"type": "text", "analyzer": "words", "index_options": "offsets"},
         "summary": {"type": "text", "analyzer": "words", "index_options": "offsets"},
         "more": {"type": "text", "analyzer": "words", "index_options": "offsets"},
         "kind": {"type": "keyword"}, "layer": {"type": "keyword"},
         "sector": {"type": "keyword"}, "capability": {"type": "keyword"},
         "holds": {"type": "keyword"}}}}
      """;

  private static final int LINES = 1_000;
  private static final String BASE = "http://127.0.0.1:9201";

  private OpenSearchNode() {}

  /**
   * @param arguments the documents, a folder for the node, the file to write when all is there
   */
  public static void main(String[] arguments) throws Exception {
    var runner = new OpenSearchRunner();
    runner
        .onBuild((number, settings) -> {
          settings.put("network.host", "127.0.0.1");
          settings.put("discovery.type", "single-node");
          settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
        })
        .build(
            OpenSearchRunner.newConfigs().basePath(arguments[1]).numOfNode(1).clusterName("bench"));
    try (HttpClient client = HttpClient.newHttpClient()) {
      send(client, "PUT", "/organisations", SETTINGS);
      long begin = System.nanoTime();
      int count = 0;
      try (BufferedReader lines = Files.newBufferedReader(Path.of(arguments[0]))) {
        StringBuilder bulk = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          bulk.append("{\"index\":{}}\n").append(line).append('\n');
          count++;
          if (count % LINES == 0) {
            send(client, "POST", "/organisations/_bulk", bulk.toString());
            bulk.setLength(0);
          }
        }
        if (!bulk.isEmpty()) {
          send(client, "POST", "/organisations/_bulk", bulk.toString());
        }
      }
      send(client, "POST", "/organisations/_refresh", "");
      double seconds = (System.nanoTime() - begin) / 1e9;
      Files.writeString(
          Path.of(arguments[2]),
          "opensearch   indexed %d organisations in %.1f s: %.0f a second, by one client%n"
              .formatted(count, seconds, count / seconds));
    }
    Thread.currentThread().join();
  }

  private static void send(HttpClient client, String method, String path, String body)
      throws Exception {
    var answer =
        client.send(
            HttpRequest.newBuilder(URI.create(BASE + path))
                .header(
                    "Content-Type",
                    path.endsWith("_bulk") ? "application/x-ndjson" : "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build(),
            BodyHandlers.ofString());
    if (answer.statusCode() >= 300 || answer.body().contains("\"errors\":true")) {
      throw new IllegalStateException(answer.body().substring(0, 500));
    }
  }
}
