package praya.bench;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import praya.json.Json;
import praya.postgres.EmbeddedPostgres;
import praya.postgres.PostgresConnection;
import tools.jackson.databind.JsonNode;

/**
 * The same documents and questions in PostgreSQL's full text: a tsvector with a GIN index, English
 * stems, Chinese as pairs of characters that the application makes; ten hits by rank with a
 * headline, the total, five facets. Without HTTP.
 */
public final class PostgresSpeed {
  private static final String QUESTION = "plainto_tsquery('english', ?)";
  private static final String FOUND =
      "with found as materialized (select * from speed where words @@ " + QUESTION + ") ";
  private static final List<String> FACETS =
      List.of("kind", "layer", "sector", "capability", "holds");

  private PostgresSpeed() {}

  /**
   * @param arguments the documents, a data folder, the folder of the unpacked PostgreSQL, the
   *     queries, for how many seconds, on how many connections
   */
  public static void main(String[] arguments) throws Exception {
    boolean there = Files.isDirectory(Path.of(arguments[1], "postgres"));
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.start(Path.of(arguments[1]), Path.of(arguments[2]))) {
      PostgresConnection at = postgres.connection();
      if (!there) {
        build(at, Path.of(arguments[0]));
      }
      List<String> queries = Files.readAllLines(Path.of(arguments[3]));
      int seconds = Integer.parseInt(arguments[4]);
      int connections = Integer.parseInt(arguments[5]);
      run(at, queries, seconds, connections);
      System.out.println("postgresql " + run(at, queries, seconds, connections));
    }
  }

  private static Connection open(PostgresConnection at) throws SQLException {
    return DriverManager.getConnection(at.url(), at.user(), at.password());
  }

  private static void build(PostgresConnection at, Path documents) throws Exception {
    long begin = System.nanoTime();
    int count = 0;
    try (Connection c = open(at);
        BufferedReader lines = Files.newBufferedReader(documents)) {
      c.setAutoCommit(false);
      try (var statement = c.createStatement()) {
        statement.execute(
            "create table speed (body text, words tsvector, kind text[], layer text[], sector"
                + " text[], capability text[], holds text[], json jsonb)");
      }
      try (PreparedStatement insert =
          c.prepareStatement(
              "insert into speed select ?, setweight(to_tsvector('english', ?), 'A') ||"
                  + " to_tsvector('english', ?), ?, ?, ?, ?, ?, ?::jsonb")) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          JsonNode node = Json.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
          String name = node.path("name").asString();
          String rest = node.path("summary").asString() + " " + node.path("more").asString();
          insert.setString(1, name + " " + rest);
          insert.setString(2, pairs(name));
          insert.setString(3, pairs(rest));
          for (int i = 0; i < FACETS.size(); i++) {
            List<String> codes = new ArrayList<>();
            node.path(FACETS.get(i)).forEach(code -> codes.add(code.asString()));
            insert.setArray(4 + i, c.createArrayOf("text", codes.toArray()));
          }
          insert.setString(9, node.path("json").toString());
          insert.addBatch();
          if (++count % 1000 == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      try (var statement = c.createStatement()) {
        statement.execute("create index on speed using gin (words)");
        c.commit();
        c.setAutoCommit(true);
        statement.execute("vacuum analyze speed");
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.err.printf(
        "postgresql   indexed %d organisations in %.1f s: %.0f a second%n",
        count, seconds, count / seconds);
  }

  /** Chinese as pairs with spaces between; what is not Chinese stays. */
  private static String pairs(String text) {
    StringBuilder pairs = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x2E80) {
        pairs.append(c);
      } else {
        char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
        pairs.append(' ').append(c).append(next < 0x2E80 ? ' ' : next).append(' ');
      }
    }
    return pairs.toString();
  }

  private static String run(
      PostgresConnection at, List<String> queries, int seconds, int connections) throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var tasks = new ArrayList<Callable<long[]>>();
    for (int i = 0; i < connections; i++) {
      int from = i * queries.size() / connections;
      tasks.add(() -> {
        var nanos = LongStream.builder();
        try (Connection c = open(at)) {
          for (int n = from; System.nanoTime() < end; n++) {
            long begin = System.nanoTime();
            search(c, pairs(queries.get(n % queries.size())));
            nanos.add(System.nanoTime() - begin);
          }
        }
        return nanos.build().toArray();
      });
    }
    var all = LongStream.empty();
    try (var pool = Executors.newFixedThreadPool(connections)) {
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

  private static int search(Connection c, String question) throws SQLException {
    StringBuilder facets = new StringBuilder(FOUND + "select 'total', '', count(*) from found");
    for (String facet : FACETS) {
      facets.append(
          " union all select '%s', code, count(*) from found, unnest(%s) code group by code"
              .formatted(facet, facet));
    }
    int rows = read(c, facets.toString(), question);
    String hits =
        "select json, ts_headline('english', body, q) from (select json, body, "
            + QUESTION
            + " as q from speed where words @@ "
            + QUESTION
            + " order by ts_rank(words, "
            + QUESTION
            + ") desc limit 10) best";
    return rows + read(c, hits, question, question, question);
  }

  private static int read(Connection c, String sql, String... values) throws SQLException {
    int rows = 0;
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows += result.getString(1).length();
        }
      }
    }
    return rows;
  }
}
