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
import praya.call.CallService;
import praya.compute.AllocationService;
import praya.compute.CentreService;
import praya.exchange.ExchangeService;
import praya.http.PublicUrl;
import praya.http.Renderer;
import praya.http.Texts;
import praya.identity.AccountService;
import praya.identity.ApiKeyService;
import praya.identity.MailLinkService;
import praya.identity.SessionLimits;
import praya.identity.SessionService;
import praya.identity.SignInService;
import praya.introduction.IntroductionService;
import praya.jobs.Jobs;
import praya.mail.LetterWriter;
import praya.mail.MailService;
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
import praya.store.Vault;
import praya.store.VaultKey;
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

  private final Once<Texts> texts = new Once<>(Texts::load);
  private final Once<Vault> vault;
  private final Jobs jobs;
  private final MailService mail;
  private volatile PublicUrl site;

  /** What is known before the database is open. */
  private record Opening(Config config, Clock clock, Consumer<String> progress) {}

  private Core(
      @Nullable EmbeddedPostgres postgres,
      PostgresConnection connection,
      Config config,
      Clock clock) {
    TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();
    this.postgres = postgres;
    this.connection = connection;
    this.database = new Database(connection);
    this.ids = generator::generate;
    this.clock = clock;
    this.limits = config.web().people().sessions();
    this.changes = new ChangeLog(database);
    this.journal = new Journal(database, changes);
    var taxonomy = new TaxonomyService(database, journal);
    var organisations = new OrganisationService(database, journal, ids, clock);
    var exchanges = new ExchangeService(database, journal, organisations, ids, clock);
    var allocations = new AllocationService(database, journal, organisations, ids);
    this.services =
        new Loaders.Services(
            taxonomy,
            new Loaders.Directory(
                organisations,
                new RelationService(database, journal, organisations, ids),
                exchanges),
            new Loaders.Compute(
                new CentreService(database, journal, allocations, clock), allocations),
            new FigureService(database, journal),
            new Loaders.Joint(
                new IntroductionService(database, journal, organisations),
                new CallService(database, journal, organisations, exchanges::today)));
    this.site = config.publicUrl();
    this.vault = new Once<>(() -> Vault.open(database, key(config), clock));
    this.jobs = new Jobs(database, clock);
    var writer = new LetterWriter(texts, new Once<>(Renderer::new), () -> site);
    this.mail =
        new MailService(
            database, vault, writer, jobs, new MailService.Journalling(journal, ids, clock));
  }

  private static VaultKey key(Config config) {
    return config.secrets().key().orElseGet(() -> VaultKey.ofFolder(config.data()));
  }

  /** Starts the embedded PostgreSQL, or uses the outside one, and brings the schema up to date. */
  public static Core start(Config config, Clock clock, Consumer<String> progress) {
    var opening = new Opening(config, clock, progress);
    if (config.database().isPresent()) {
      return migrated(null, reachable(config.database().get()), opening);
    }
    EmbeddedPostgres postgres = EmbeddedPostgres.start(config.data(), config.binaries(), progress);
    return migrated(postgres, postgres.connection(), opening);
  }

  /** Joins the PostgreSQL that a running server holds, or starts it when none runs. */
  public static Core join(Config config, Clock clock, Consumer<String> progress) {
    Optional<PostgresConnection> running =
        config.database().isPresent()
            ? config.database().map(Core::reachable)
            : EmbeddedPostgres.findRunning(config.data());
    return running.isPresent()
        ? migrated(null, running.get(), new Opening(config, clock, progress))
        : start(config, clock, progress);
  }

  /** Looks at a database that runs, as it is: nothing is started and no schema is changed. */
  static Core inspect(PostgresConnection connection, Config config, Clock clock) {
    return new Core(null, connection, config, clock);
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
      @Nullable EmbeddedPostgres postgres, PostgresConnection connection, Opening opening) {
    try {
      opening.progress().accept("bringing the schema up to date");
      Migrations.migrate(connection);
      return new Core(postgres, connection, opening.config(), opening.clock());
    } catch (RuntimeException e) {
      if (postgres != null) {
        postgres.close();
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
    return services.directory().organisations();
  }

  public RelationService relations() {
    return services.directory().relations();
  }

  public ExchangeService exchanges() {
    return services.directory().exchanges();
  }

  public CentreService centre() {
    return services.compute().centre();
  }

  public AllocationService allocations() {
    return services.compute().allocations();
  }

  public FigureService figures() {
    return services.figures();
  }

  public IntroductionService introductions() {
    return services.joint().introductions();
  }

  public CallService calls() {
    return services.joint().calls();
  }

  /** What writes the audit. */
  public Journal journal() {
    return journal;
  }

  /** Where new ids come from. */
  public Supplier<UUID> ids() {
    return ids;
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

  /** All words, read when they are first asked for. */
  public Texts texts() {
    return texts.get();
  }

  /**
   * The vault, opened when it is first asked for: most commands need none.
   *
   * @throws Vault.Unusable when its key does not fit
   */
  public Vault vault() {
    return vault.get();
  }

  /** Jobs that are told of and may be woken; {@link App} starts them. */
  public Jobs jobs() {
    return jobs;
  }

  public MailService mail() {
    return mail;
  }

  /** Says where people reach the site, once it is known for sure. */
  void reachedAt(PublicUrl address) {
    site = address;
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
    return taxonomy().current().terms().isEmpty() && organisations().whole().count() == 0;
  }

  @Override
  public void close() {
    database.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
