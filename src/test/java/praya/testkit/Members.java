package praya.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import praya.domain.Actor;
import praya.domain.Role;
import praya.domain.Scope;

/** People in the database of a test, whom they act for, and what they are signed in with. */
public final class Members {
  private final TestCore test;

  public Members(TestCore test) {
    this.test = test;
  }

  /** A member who acts for these organisations. */
  public Actor member(String name, String... slugs) {
    UUID id = account(name, Role.MEMBER);
    execute(
        "insert into consent (account_id, notice, version, language, given_at)"
            + " values (?::uuid, 'privacy', 1, 'en', now())",
        id.toString());
    Arrays.stream(slugs).forEach(slug -> join(id, slug));
    return actor(id).orElseThrow();
  }

  public Actor staff(String name) {
    return actor(account(name, Role.STAFF)).orElseThrow();
  }

  public Actor admin(String name) {
    return actor(account(name, Role.ADMIN)).orElseThrow();
  }

  /** A member who has not agreed to the notice. */
  public Actor newcomer(String name) {
    return actor(account(name, Role.MEMBER)).orElseThrow();
  }

  /** What the next request of an account would act as. */
  public Actor again(Actor actor) {
    return actor(actor.account()).orElseThrow();
  }

  private UUID account(String name, Role role) {
    UUID id = UUID.randomUUID();
    execute(
        "insert into account (id, role, email, name, created_at) values (?::uuid, ?, ?, ?, now())",
        id.toString(),
        role.code(),
        id + "@people.example",
        name);
    execute(
        "insert into session (id, hash, account_id, role, way, device, created_at, last_seen_at)"
            + " values (gen_random_uuid(), sha256(?::bytea), ?::uuid, ?, 'mail-link', 'test',"
            + " now(), now())",
        session(id),
        id.toString(),
        role.code());
    execute(
        "insert into api_key (id, name, role, hash, created_at, account_id)"
            + " values (gen_random_uuid(), 'test', ?, sha256(?::bytea), now(), ?::uuid)",
        role.code(),
        key(id),
        id.toString());
    return id;
  }

  /** The secret of the browser session of an account. */
  public static String session(UUID account) {
    return "session-" + account;
  }

  /** The API key of an account. */
  public static String key(UUID account) {
    return "key-" + account;
  }

  /** The token that forms of an account's session carry. */
  public static String formToken(UUID account) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(("form " + session(account)).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public void join(UUID account, String slug) {
    execute(
        "insert into membership (account_id, organisation_id, since)"
            + " select ?::uuid, id, now() from organisation where slug = ?",
        account.toString(),
        slug);
  }

  /** The actor of an account, as the database has it now. */
  Optional<Actor> actor(UUID id) {
    try (Connection c = test.connect();
        var rows =
            c.createStatement().executeQuery("select role from account where id = '" + id + "'")) {
      if (!rows.next()) {
        return Optional.empty();
      }
      Role role = Role.of(rows.getString(1));
      Set<UUID> organisations = new HashSet<>();
      test.query("select organisation_id from membership where account_id = '" + id + "'")
          .forEach(of -> organisations.add(UUID.fromString(of)));
      return Optional.of(new Actor("account:" + id, role, id, organisations, Scope.ALL, null));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql, String... values) {
    try (Connection c = test.connect();
        var statement = c.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
