package praya.store;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit as it is hashed: the texts of its columns in their order. Written without a
 * look at what the database does, so that a fault in one of the two shows.
 */
record AuditRow(long sequence, List<@Nullable String> columns) {
  /** The columns as they are selected; the time in microseconds, the documents as text. */
  static final String SELECTED =
      "a.sequence, (extract(epoch from a.at) * 1000000)::bigint, a.actor, a.action, a.entity,"
          + " a.entity_id, a.reason, a.before::text, a.after::text";

  private static final int COLUMNS = 9;

  /** Reads a row from the columns that begin at an index; null where an outer join found none. */
  static @Nullable AuditRow read(ResultSet rows, int first) throws SQLException {
    long sequence = rows.getLong(first);
    if (rows.wasNull()) {
      return null;
    }
    List<@Nullable String> columns = new ArrayList<>();
    for (int i = 0; i < COLUMNS; i++) {
      columns.add(rows.getString(first + i));
    }
    return new AuditRow(sequence, columns);
  }

  /** The hash of the link that follows a link with that hash. */
  byte[] hashAfter(byte[] previous) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(previous);
      return digest.digest(canonical());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  private byte[] canonical() {
    var bytes = new ByteArrayOutputStream();
    for (String column : columns) {
      if (column == null) {
        bytes.write('-');
      } else {
        byte[] text = column.getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes((text.length + ":").getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(text);
      }
    }
    return bytes.toByteArray();
  }
}
