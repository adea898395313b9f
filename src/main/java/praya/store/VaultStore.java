package praya.store;

import static praya.store.db.Tables.VAULT_KEY;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The ids of the keys that a database was sealed with. */
final class VaultStore {
  private final Database database;

  VaultStore(Database database) {
    this.database = database;
  }

  /** All that are known; the given one becomes the first when there is none. */
  List<String> keys(String first, Instant now) {
    List<String> known = read();
    return known.isEmpty() ? database.inTransaction(() -> remember(first, now)) : known;
  }

  /** Two nodes with two keys that begin at once: the lock makes the second see the first. */
  private List<String> remember(String first, Instant now) {
    database.sql().execute("lock table vault_key in share row exclusive mode");
    if (read().isEmpty()) {
      database
          .sql()
          .insertInto(VAULT_KEY)
          .set(VAULT_KEY.ID, first)
          .set(VAULT_KEY.CREATED_AT, now.atOffset(ZoneOffset.UTC))
          .execute();
    }
    return read();
  }

  private List<String> read() {
    return database.sql().select(VAULT_KEY.ID).from(VAULT_KEY).fetch(VAULT_KEY.ID);
  }
}
