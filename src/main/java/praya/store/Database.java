package praya.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.Settings;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.ThreadLocalTransactionProvider;
import praya.postgres.PostgresConnection;

/**
 * The connection pool, and transactions that belong to the thread: a store needs no transaction
 * object to take part in the one that its caller has begun. Thread-safe, on virtual threads too.
 */
public final class Database implements AutoCloseable {
  /** More connections than cores only queue inside PostgreSQL; a few spare ones cover waiting. */
  private static final int POOL_SIZE = 10;

  private final HikariDataSource pool;
  private final DSLContext sql;
  private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

  public Database(PostgresConnection connection) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(connection.url());
    config.setUsername(connection.user());
    config.setPassword(connection.password());
    config.setMaximumPoolSize(POOL_SIZE);
    config.setMinimumIdle(1);
    config.setPoolName("praya");
    config.setConnectionTimeout(10_000);
    config.addDataSourceProperty("ApplicationName", "praya");
    this.pool = new HikariDataSource(config);
    var provider = new DataSourceConnectionProvider(pool);
    this.sql =
        DSL.using(
            new DefaultConfiguration()
                .set(provider)
                .set(new ThreadLocalTransactionProvider(provider))
                .set(SQLDialect.POSTGRES)
                .set(new Settings().withRenderFormatted(false)));
  }

  /** For stores: statements join the transaction of this thread, if it has one. */
  public DSLContext sql() {
    return sql;
  }

  /**
   * Runs the work in one transaction: all of it is stored, or nothing. Work inside work joins.
   *
   * @throws praya.domain.Problem when a constraint says that the caller is wrong
   */
  public <T> T inTransaction(Supplier<T> work) {
    if (inside.get()) {
      return work.get();
    }
    inside.set(true);
    try {
      return sql.transactionResult(transaction -> work.get());
    } catch (DataAccessException e) {
      throw ConstraintProblems.translate(e);
    } finally {
      inside.remove();
    }
  }

  /**
   * Runs a part of a transaction that may fail by itself: what it wrote is taken back, and the
   * transaction goes on. Outside a transaction it is one. Parts do not nest.
   */
  public <T> T inSavepoint(Supplier<T> part) {
    if (!inside.get()) {
      return inTransaction(part);
    }
    sql.execute("savepoint part");
    try {
      T result = part.get();
      sql.execute("release savepoint part");
      return result;
    } catch (RuntimeException e) {
      sql.execute("rollback to savepoint part");
      throw e instanceof DataAccessException failure ? ConstraintProblems.translate(failure) : e;
    }
  }

  /** Runs the work and takes everything back, whatever it did; for trying out. */
  public <T> T tried(Supplier<T> work) {
    try {
      return inTransaction(() -> {
        T done = work.get();
        // Some constraints wait for the end of a transaction, which never comes here.
        sql.execute("set constraints all immediate");
        throw new TakenBack(done);
      });
    } catch (TakenBack e) {
      @SuppressWarnings("unchecked") // the result of the work above, and of nothing else
      T result = (T) e.result;
      return result;
    }
  }

  /** Carries the result of tried work out of its transaction. */
  private static final class TakenBack extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Object result;

    TakenBack(Object result) {
      super("taken back", null, false, false);
      this.result = result;
    }
  }

  /** What the server says of itself, for people. */
  public String serverVersion() {
    return String.valueOf(sql.fetchValue("select split_part(version(), ' on ', 1)"));
  }

  public long sizeBytes() {
    return ((Number)
            java.util.Objects.requireNonNull(
                sql.fetchValue("select pg_database_size(current_database())")))
        .longValue();
  }

  /**
   * Tells the listeners of a channel in every node, when the transaction of this thread commits.
   */
  public void tell(String channel, String message) {
    sql.query("select pg_notify({0}, {1})", DSL.inline(channel), DSL.inline(message)).execute();
  }

  /**
   * The pool as it is, for short transactions of the job runner and of limits. What goes through it
   * joins no transaction of a thread; features use {@link #sql}.
   */
  public DataSource pool() {
    return pool;
  }

  /** A raw connection outside the pool's thread rules, for LISTEN. The caller closes it. */
  public java.sql.Connection connect() throws java.sql.SQLException {
    return java.sql.DriverManager.getConnection(
        pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
  }

  @Override
  public void close() {
    pool.close();
  }
}
