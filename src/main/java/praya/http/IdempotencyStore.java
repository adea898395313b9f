package praya.http;

import static praya.store.db.Tables.IDEMPOTENT_ANSWER;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import praya.json.Json;
import praya.store.Database;

/** The stored answers of idempotent posts. */
final class IdempotencyStore {
  /** Clients retry within minutes; a day covers a night's outage. */
  private static final Duration KEPT = Duration.ofDays(1);

  private final Database database;

  IdempotencyStore(Database database) {
    this.database = database;
  }

  /** An answer with the hash of the request that got it. */
  @SuppressWarnings("ArrayRecordComponent") // compared with MessageDigest.isEqual only
  record Kept(byte[] request, Idempotency.Answer answer) {}

  /** Finds the answer; until the transaction ends nobody else can use the key. */
  Optional<Kept> find(String actor, String key) {
    database
        .sql()
        .query(
            "select pg_advisory_xact_lock(hashtextextended({0}, 1))", DSL.val(actor + "\n" + key))
        .execute();
    return database
        .sql()
        .selectFrom(IDEMPOTENT_ANSWER)
        .where(IDEMPOTENT_ANSWER.ACTOR.eq(actor), IDEMPOTENT_ANSWER.KEY.eq(key))
        .fetchOptional(row -> {
          var headers = new LinkedHashMap<String, String>();
          Json.mapper()
              .readTree(row.getHeaders().data())
              .properties()
              .forEach(header -> headers.put(header.getKey(), header.getValue().stringValue()));
          return new Kept(
              row.getRequestHash(),
              new Idempotency.Answer(row.getStatus(), headers, row.getBody()));
        });
  }

  void insert(String actor, String key, Kept kept, Instant now) {
    var at = now.atOffset(ZoneOffset.UTC);
    database
        .sql()
        .deleteFrom(IDEMPOTENT_ANSWER)
        .where(IDEMPOTENT_ANSWER.CREATED_AT.lt(at.minus(KEPT)))
        .execute();
    database
        .sql()
        .insertInto(IDEMPOTENT_ANSWER)
        .set(IDEMPOTENT_ANSWER.ACTOR, actor)
        .set(IDEMPOTENT_ANSWER.KEY, key)
        .set(IDEMPOTENT_ANSWER.REQUEST_HASH, kept.request())
        .set(IDEMPOTENT_ANSWER.CREATED_AT, at)
        .set(IDEMPOTENT_ANSWER.STATUS, kept.answer().status())
        .set(IDEMPOTENT_ANSWER.HEADERS, JSONB.valueOf(Json.text(kept.answer().headers())))
        .set(IDEMPOTENT_ANSWER.BODY, kept.answer().body())
        .execute();
  }
}
