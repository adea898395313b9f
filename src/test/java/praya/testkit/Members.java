package praya.testkit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import praya.domain.Actor;
import praya.domain.Role;
import praya.domain.Scope;

/** People in the database of a test, and whom they act for. */
public final class Members {
  /** The cookie by which {@link StewardApp} knows who a browser is. */
  static final String COOKIE = "test_account";

  private final TestCore test;

  public Members(TestCore test) {
    this.test = test;
  }

  /** A member who acts for these organisations. */
  public Actor member(String name, String... slugs) {
    UUID id = account(name, Role.MEMBER);
    Arrays.stream(slugs).forEach(slug -> join(id, slug));
    return actor(id).orElseThrow();
  }

  public Actor staff(String name) {
    return actor(account(name, Role.STAFF)).orElseThrow();
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
        name + "@people.example",
        name);
    return id;
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
            c.createStatement()
                .executeQuery("select role from account where id = '" + id + "'")) {
      if (!rows.next()) {
        return Optional.empty();
      }
      Role role = Role.of(rows.getString(1));
      Set<UUID> organisations = new HashSet<>();
      test.query("select organisation_id from membership where account_id = '" + id + "'")
          .forEach(of -> organisations.add(UUID.fromString(of)));
      return Optional.of(
          new Actor("account:" + id, role, id, organisations, Scope.ALL, null));
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
