package praya.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.store.Database;

/**
 * Makes a POST safe to repeat: the first answer under an {@code Idempotency-Key} is stored in the
 * same transaction as its effect, and the same request gets the same answer again for a day. The
 * header follows draft-ietf-httpapi-idempotency-key-header.
 */
public final class Idempotency {
  private static final String HEADER = "Idempotency-Key";

  private final Database database;
  private final IdempotencyStore store;
  private final Clock clock;

  public Idempotency(Database database, Clock clock) {
    this.database = database;
    this.store = new IdempotencyStore(database);
    this.clock = clock;
  }

  /** An answer that can be stored and sent again. */
  @SuppressWarnings("ArrayRecordComponent") // goes to the database or the answer unread
  public record Answer(int status, Map<String, String> headers, byte[] body) {}

  /** Runs the work, or sends what it answered before. */
  public void run(Context context, Actor actor, byte[] body, Supplier<Answer> work) {
    String key = context.header(HEADER);
    Answer answer =
        key == null
            ? database.inTransaction(work)
            : database.inTransaction(() -> once(actor, key, hash(context, body), work));
    context.status(answer.status());
    answer.headers().forEach(context::header);
    Answers.json(context, answer.body());
  }

  private Answer once(Actor actor, String key, byte[] request, Supplier<Answer> work) {
    if (!key.matches("[!-~]{1,200}")) {
      throw new Problem.Malformed(
          HEADER,
          key,
          "The header Idempotency-Key must have 1 to 200 visible ASCII characters. Maybe use a"
              + " UUID.");
    }
    var known = store.find(actor.name(), key);
    if (known.isPresent()) {
      if (!MessageDigest.isEqual(known.get().request(), request)) {
        throw new Problem.InvalidInput(
            HEADER,
            key,
            "The Idempotency-Key ("
                + key
                + ") was used for another request. Take a new key for a new request.");
      }
      return known.get().answer();
    }
    Answer answer = work.get();
    store.insert(actor.name(), key, new IdempotencyStore.Kept(request, answer), clock.instant());
    return answer;
  }

  private static byte[] hash(Context context, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (context.method() + " " + context.path() + "\n").getBytes(StandardCharsets.UTF_8));
      return digest.digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
