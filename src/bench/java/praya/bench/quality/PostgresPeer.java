package praya.bench.quality;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import praya.postgres.EmbeddedPostgres;
import praya.postgres.PostgresConnection;

/**
 * PostgreSQL's full-text search with English stems and weights for the fields, and pg_trgm beside
 * it for what is misspelt and for Chinese, which the full-text parser does not cut into words.
 */
final class PostgresPeer implements Peer {
  private static final String SEARCH =
      """
      select id,
             2 * ts_rank(words, q, 1)
               + word_similarity(?, names)
               + 0.5 * word_similarity(?, terms || ' ' || prose)
               + case when names ilike '%' || ? || '%' then 1 else 0 end
               + case when terms || ' ' || prose ilike '%' || ? || '%' then 0.5 else 0 end as score
      from sheet,
           (select replace(plainto_tsquery('english', ?)::text, '&', '|')::tsquery as q) as asked
      where words @@ q
         or word_similarity(?, names) > 0.4
         or word_similarity(?, terms || ' ' || prose) > 0.4
         or names || ' ' || terms || ' ' || prose ilike '%' || ? || '%'
      order by score desc, id
      limit ?
      """;

  private final EmbeddedPostgres postgres;
  private final Connection connection;

  PostgresPeer(Path folder, Path binaries, List<Texts> organisations) throws SQLException {
    postgres = EmbeddedPostgres.start(folder, binaries);
    PostgresConnection at = postgres.connection();
    connection = DriverManager.getConnection(at.url(), at.user(), at.password());
    try (var statement = connection.createStatement()) {
      statement.execute("create extension pg_trgm");
      statement.execute(
          """
          create table sheet (id text, names text, terms text, prose text,
            words tsvector generated always as (
              setweight(to_tsvector('english', names), 'A')
                || setweight(to_tsvector('english', terms), 'C')
                || setweight(to_tsvector('english', prose), 'B')) stored)
          """);
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into sheet (id, names, terms, prose) values (?, ?, ?, ?)")) {
      for (Texts each : organisations) {
        insert.setString(1, each.id());
        insert.setString(2, each.names());
        insert.setString(3, each.terms());
        insert.setString(4, each.prose());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public List<String> search(String text, int limit) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SEARCH)) {
      for (int i = 1; i <= 8; i++) {
        select.setString(i, text);
      }
      select.setInt(9, limit);
      List<String> ids = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getString(1));
        }
      }
      return ids;
    }
  }

  @Override
  public void close() throws SQLException {
    try (postgres) {
      connection.close();
    }
  }
}
