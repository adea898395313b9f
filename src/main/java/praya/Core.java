package praya;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.compute.AllocationService;
import praya.compute.CentreService;
import praya.exchange.ExchangeService;
import praya.identity.AccountService;
import praya.identity.ApiKeyService;
import praya.identity.MailLinkService;
import praya.identity.SessionLimits;
import praya.identity.SessionService;
import praya.identity.SignInService;
import praya.organisation.OrganisationService;
import praya.organisation.RelationService;
import praya.postgres.EmbeddedPostgres;
import praya.postgres.Migrations;
import praya.postgres.PostgresConnection;
import praya.seed.Importer;
import praya.seed.Loaders;
import praya.site.FigureService;
import praya.store.ChangeLog;
import praya.store.Database;
import praya.store.Journal;
import praya.taxonomy.TaxonomyService;

/** The database and the services over it, without any view and without HTTP. */
public final class Core implements AutoCloseable {
  private static final int OLDEST_POSTGRES = 15;

  private final @Nullable EmbeddedPostgres postgres;
  private final PostgresConnection connection;
  private final Database database;
  private final Supplier<UUID> ids;
  private final Clock clock;
  private final SessionLimits limits;
  private final ChangeLog changes;
  private final Journal journal;
  private final Loaders.Services services;

  /** A PostgreSQL that answers; the embedded one is null when somebody else runs it. */
  private record Server(@Nullable EmbeddedPostgres postgres, PostgresConnection connection) {}

  private Core(Server server, SessionLimits limits, Clock clock) {
    TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
    this.postgres = server.postgres();
    this.connection = server.connection();
    this.database = new Database(server.connection());
    this.ids = generator::generate;
    this.clock = clock;
    this.limits = limits;
    this.changes = new ChangeLog(database);
    this.journal = new Journal(database, changes);
    var taxonomy = new TaxonomyService(database, journal);
    var organisations = new OrganisationService(database, journal, ids, clock);
    var allocations = new AllocationService(database, journal, organisations, ids);
    this.services =
        new Loaders.Services(
            taxonomy,
            organisations,
            new RelationService(database, journal, organisations, ids),
            new ExchangeService(database, journal, organisations, ids, clock),
            new CentreService(database, journal, allocations, clock),
            allocations,
            new FigureService(database));
  }

  /** Starts the embedded PostgreSQL, or uses the outside one, and brings the schema up to date. */
  public static Core start(Config config, Clock clock, Consumer<String> progress) {
    if (config.database().isPresent()) {
      return migrated(
          new Server(null, reachable(config.database().get())), config, clock, progress);
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(config.data(), config.binaries(), progress);
    return migrated(new Server(postgres, postgres.connection()), config, clock, progress);
  }

  /** Joins the PostgreSQL that a running server holds, or starts it when none runs. */
  public static Core join(Config config, Clock clock, Consumer<String> progress) {
    Optional<PostgresConnection> running =
        config.database().isPresent()
            ? config.database().map(Core::reachable)
            : EmbeddedPostgres.findRunning(config.data());
    return running.isPresent()
        ? migrated(new Server(null, running.get()), config, clock, progress)
        : start(config, clock, progress);
  }

  /** Looks at a database that runs, as it is: nothing is started and no schema is changed. */
  static Core inspect(PostgresConnection connection, Clock clock) {
    return new Core(new Server(null, connection), SessionLimits.USUAL, clock);
  }

  /** An outside database must answer and be of a version that Praya is tested with. */
  private static PostgresConnection reachable(PostgresConnection connection) {
    try (Connection opened =
        DriverManager.getConnection(connection.url(), connection.user(), connection.password())) {
      int major = opened.getMetaData().getDatabaseMajorVersion();
      if (major >= OLDEST_POSTGRES) {
        return connection;
      }
      throw new Config.Unusable(
          List.of(
              "The database is PostgreSQL %d. Praya needs version %d or newer."
                  .formatted(major, OLDEST_POSTGRES)));
    } catch (SQLException e) {
      throw new Config.Unusable(
          List.of(
              "The database (%s) cannot be used: %s Maybe check PRAYA_DATABASE_URL."
                  .formatted(connection.url(), e.getMessage())));
    }
  }

  private static Core migrated(
      Server server, Config config, Clock clock, Consumer<String> progress) {
    try {
      progress.accept("bringing the schema up to date");
      Migrations.migrate(server.connection());
      return new Core(server, config.people().sessions(), clock);
    } catch (RuntimeException e) {
      if (server.postgres() != null) {
        server.postgres().close();
      }
      throw e;
    }
  }

  /** Whether this program started PostgreSQL itself, as opposed to joining one that runs. */
  public boolean ownsPostgres() {
    return postgres != null;
  }

  public PostgresConnection connection() {
    return connection;
  }

  public Database database() {
    return database;
  }

  public Clock clock() {
    return clock;
  }

  public ChangeLog changes() {
    return changes;
  }

  public TaxonomyService taxonomy() {
    return services.taxonomy();
  }

  public OrganisationService organisations() {
    return services.organisations();
  }

  public RelationService relations() {
    return services.relations();
  }

  public ExchangeService exchanges() {
    return services.exchanges();
  }

  public CentreService centre() {
    return services.centre();
  }

  public AllocationService allocations() {
    return services.allocations();
  }

  public FigureService figures() {
    return services.figures();
  }

  public AccountService accounts() {
    return new AccountService(database, journal, ids, clock);
  }

  public SessionService sessions() {
    return new SessionService(database, limits, ids, clock);
  }

  public ApiKeyService keys() {
    return new ApiKeyService(database, journal, ids, clock);
  }

  public SignInService signIn() {
    return new SignInService(database, accounts(), sessions(), clock);
  }

  /** Signing in by links that a sender brings to their owners. */
  public MailLinkService mailLinks(MailLinkService.Policy policy) {
    return new MailLinkService(database, accounts(), sessions(), policy, clock);
  }

  /**
   * An importer over these services.
   *
   * @param withDemo whether figures that only illustrate are taken, too
   */
  public Importer importer(boolean withDemo) {
    return new Importer(database, new Loaders(services, withDemo));
  }

  /** Whether nothing was ever stored here. */
  public boolean isEmpty() {
    return taxonomy().current().terms().isEmpty() && organisations().count() == 0;
  }

  @Override
  public void close() {
    database.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
