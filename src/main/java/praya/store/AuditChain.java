package praya.store;

import static praya.store.db.Tables.AUDIT_LINK;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The chain of hashes over the audit, looked at from outside: every hash is computed again from the
 * rows. What the chain cannot show by itself is a tail that was cut off together with its links, or
 * a chain that somebody wrote anew from some row on; for that a head has to be noted elsewhere.
 */
public final class AuditChain {
  /** What stands before the first link. */
  private static final byte[] NOTHING = new byte[32];

  /** Rows that are in memory at once; a row can be as large as a record. */
  private static final int AT_ONCE = 500;

  private final Database database;

  public AuditChain(Database database) {
    this.database = database;
  }

  /**
   * Where a chain ends.
   *
   * @param count of its links
   * @param hash of the last one, in hexadecimal
   */
  public record Head(long count, String hash) {
    static final Head NONE = new Head(0, HexFormat.of().formatHex(NOTHING));
  }

  /** The present head as it is stored; nothing is computed. */
  public Head head() {
    return database
        .sql()
        .select(AUDIT_LINK.POSITION, AUDIT_LINK.HASH)
        .from(AUDIT_LINK)
        .orderBy(AUDIT_LINK.POSITION.desc())
        .limit(1)
        .fetchOptional(row -> new Head(row.value1(), HexFormat.of().formatHex(row.value2())))
        .orElse(Head.NONE);
  }

  /** The position of the link with a hash. */
  public Optional<Long> positionOf(String hash) {
    return database
        .sql()
        .select(AUDIT_LINK.POSITION)
        .from(AUDIT_LINK)
        .where(AUDIT_LINK.HASH.eq(HexFormat.of().parseHex(hash)))
        .fetchOptional(row -> row.value1());
  }

  /**
   * Computes the chain anew from all rows, as of one moment.
   *
   * @param findings gets a sentence for each row that is not as it was written
   * @return the head up to which it was computed
   */
  public Head verify(Consumer<String> findings) {
    try (Connection connection = database.connect()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      connection.setAutoCommit(false);
      Head head = followLinks(connection, findings);
      nameUnlinked(connection, findings);
      connection.rollback();
      return head;
    } catch (SQLException e) {
      throw new IllegalStateException("The audit cannot be read", e);
    }
  }

  private static Head followLinks(Connection connection, Consumer<String> findings)
      throws SQLException {
    long position = 0;
    byte[] previous = NOTHING;
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet rows =
          statement.executeQuery(
              "select l.position, l.audit_sequence, l.hash, "
                  + AuditRow.SELECTED
                  + " from audit_link l left join audit a on a.sequence = l.audit_sequence order by"
                  + " l.position")) {
        while (rows.next()) {
          long next = rows.getLong(1);
          long sequence = rows.getLong(2);
          byte[] hash = rows.getBytes(3);
          if (next != position + 1) {
            findings.accept(
                "Before the audit row (%d), %d links are missing, after position (%d)."
                    .formatted(sequence, next - position - 1, position));
          }
          AuditRow row = AuditRow.read(rows, 4);
          if (row == null) {
            findings.accept(
                "The audit row (%d) at position (%d) is missing.".formatted(sequence, next));
          } else if (!Arrays.equals(hash, row.hashAfter(previous))) {
            findings.accept(
                "The audit row (%d) at position (%d) is not what was written."
                    .formatted(sequence, next));
          }
          // With the stored hash, so that one changed row is one finding and not all rows after it.
          previous = hash;
          position = next;
        }
      }
    }
    return new Head(position, HexFormat.of().formatHex(previous));
  }

  private static void nameUnlinked(Connection connection, Consumer<String> findings)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(AT_ONCE);
      try (ResultSet rows =
          statement.executeQuery(
              "select a.sequence from audit a where not exists (select from audit_link l where"
                  + " l.audit_sequence = a.sequence) order by a.sequence")) {
        while (rows.next()) {
          findings.accept(
              "The audit row (%d) is not part of the chain.".formatted(rows.getLong(1)));
        }
      }
    }
  }
}
