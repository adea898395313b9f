package praya.organisation;

import static praya.store.db.Tables.ALLOCATION;
import static praya.store.db.Tables.FORMER_SLUG;
import static praya.store.db.Tables.MEMBERSHIP;
import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.RELATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.domain.Allocation;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.ComputeReport;
import praya.domain.Entry;
import praya.domain.Identifiers;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Profile;
import praya.domain.Sheet;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.store.Database;
import praya.store.Visible;
import praya.store.db.tables.records.OrganisationRecord;

/** Organisations in PostgreSQL. */
final class OrganisationStore {
  /** Held allocations by visibility: whether there is one depends on who asks. */
  private static final Field<String[]> HELD =
      DSL.field(
              DSL.array(
                  DSL.selectDistinct(ALLOCATION.VISIBILITY)
                      .from(ALLOCATION)
                      .where(
                          ALLOCATION.ORGANISATION_ID.eq(ORGANISATION.ID),
                          ALLOCATION.STATUS.in(
                              Arrays.stream(Allocation.Status.values())
                                  .filter(Allocation.Status::held)
                                  .map(Allocation.Status::code)
                                  .toList()))))
          .as("held");

  private static final Field<Boolean> CLAIMED =
      DSL.field(
              DSL.exists(
                  DSL.selectOne()
                      .from(MEMBERSHIP)
                      .where(MEMBERSHIP.ORGANISATION_ID.eq(ORGANISATION.ID))))
          .as("claimed");

  private final Database database;

  OrganisationStore(Database database) {
    this.database = database;
  }

  Optional<Organisation> find(String idOrSlug, Visible visible) {
    return select(address(idOrSlug), visible).stream().findFirst();
  }

  List<Organisation> list(Collection<UUID> ids, Visible visible) {
    return select(ORGANISATION.ID.in(ids), visible);
  }

  /** The next organisations in the order of their ids; for reading all of them in steps. */
  List<Organisation> listAfter(UUID id, int limit, Visible visible) {
    return select()
        .where(ORGANISATION.ID.gt(id), visible.organisation(ORGANISATION))
        .orderBy(ORGANISATION.ID)
        .limit(limit)
        .fetch(row -> organisation(row, visible.viewer()));
  }

  /** The next sheets, whoever may see them, still without needs and offers. */
  List<Sheet> sheetsAfter(UUID id, int limit) {
    return select()
        .where(ORGANISATION.ID.gt(id))
        .orderBy(ORGANISATION.ID)
        .limit(limit)
        .fetch(OrganisationStore::sheet);
  }

  /** The sheets of these ids, whoever may see them, still without needs and offers. */
  List<Sheet> sheets(Collection<UUID> ids) {
    return select()
        .where(ORGANISATION.ID.in(ids))
        .orderBy(ORGANISATION.SLUG)
        .fetch(OrganisationStore::sheet);
  }

  /** By year of foundation or intake, latest first; real ones before fictional ones of a year. */
  List<Organisation> listNewest(int limit, Visible visible) {
    return select()
        .where(ORGANISATION.FOUNDED_OR_INTAKE_YEAR.isNotNull(), visible.organisation(ORGANISATION))
        .orderBy(
            ORGANISATION.FOUNDED_OR_INTAKE_YEAR.desc(), ORGANISATION.FICTIONAL, ORGANISATION.SLUG)
        .limit(limit)
        .fetch(row -> organisation(row, visible.viewer()));
  }

  int count() {
    return database.sql().fetchCount(ORGANISATION);
  }

  int count(Visible visible) {
    return database.sql().fetchCount(ORGANISATION, visible.organisation(ORGANISATION));
  }

  int count(boolean fictional, Visible visible) {
    return database
        .sql()
        .fetchCount(
            ORGANISATION,
            visible.organisation(ORGANISATION).and(ORGANISATION.FICTIONAL.eq(fictional)));
  }

  Optional<String> presentSlug(String former, Visible visible) {
    return database
        .sql()
        .select(ORGANISATION.SLUG)
        .from(FORMER_SLUG)
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(FORMER_SLUG.ORGANISATION_ID))
        .where(FORMER_SLUG.SLUG.eq(former), visible.organisation(ORGANISATION))
        .and(DSL.notExists(DSL.selectOne().from(ORGANISATION).where(ORGANISATION.SLUG.eq(former))))
        .fetchOptional(ORGANISATION.SLUG);
  }

  /**
   * Organisations with a public report about compute whose own tie of use leads to another one with
   * a report, which is the operator. Suppliers and supervisors have reports, too, but no such tie.
   */
  List<Organisation> reportedComputeUsers(Visible visible) {
    var operator = ORGANISATION.as("operator");
    return select(
        ORGANISATION
            .COMPUTE_REPORTED_ON
            .isNotNull()
            .and(
                DSL.exists(
                    DSL.selectOne()
                        .from(RELATION)
                        .join(operator)
                        .on(operator.ID.eq(RELATION.TO_ID))
                        .where(
                            RELATION.FROM_ID.eq(ORGANISATION.ID),
                            RELATION.TYPE.in("customer", "project"),
                            visible.relation(RELATION.VISIBILITY, ORGANISATION, operator),
                            operator.COMPUTE_REPORTED_ON.isNotNull()))),
        visible);
  }

  void insert(UUID id, Entry entry, Instant now) {
    OrganisationRecord row = row(entry);
    row.setId(id);
    row.setCreatedAt(now.atOffset(ZoneOffset.UTC));
    // An address that is in use again no longer leads to where it led before.
    forgetFormer(entry.slug());
    database.sql().insertInto(ORGANISATION).set(row).execute();
  }

  /**
   * @return false when the version is not the current one
   */
  boolean update(Organisation before, long version, Entry entry) {
    OrganisationRecord row = row(entry);
    row.setVersion(version + 1);
    boolean done =
        database
                .sql()
                .update(ORGANISATION)
                .set(row)
                .where(ORGANISATION.ID.eq(before.id()), ORGANISATION.VERSION.eq(version))
                .execute()
            == 1;
    if (done && !before.slug().equals(entry.slug())) {
      forgetFormer(entry.slug());
      database
          .sql()
          .insertInto(FORMER_SLUG, FORMER_SLUG.SLUG, FORMER_SLUG.ORGANISATION_ID)
          .values(before.slug(), before.id())
          .onConflict(FORMER_SLUG.SLUG)
          .doUpdate()
          .set(FORMER_SLUG.ORGANISATION_ID, before.id())
          .execute();
    }
    return done;
  }

  boolean delete(UUID id, long version) {
    return database
            .sql()
            .deleteFrom(ORGANISATION)
            .where(ORGANISATION.ID.eq(id), ORGANISATION.VERSION.eq(version))
            .execute()
        == 1;
  }

  /** Deletes an organisation; its address and its former ones lead to another from then on. */
  boolean leadTo(Organisation goes, UUID stays) {
    database
        .sql()
        .update(FORMER_SLUG)
        .set(FORMER_SLUG.ORGANISATION_ID, stays)
        .where(FORMER_SLUG.ORGANISATION_ID.eq(goes.id()))
        .execute();
    if (!delete(goes.id(), goes.version())) {
      return false;
    }
    database
        .sql()
        .insertInto(FORMER_SLUG)
        .set(FORMER_SLUG.SLUG, goes.slug())
        .set(FORMER_SLUG.ORGANISATION_ID, stays)
        .execute();
    return true;
  }

  private void forgetFormer(String slug) {
    database.sql().deleteFrom(FORMER_SLUG).where(FORMER_SLUG.SLUG.eq(slug)).execute();
  }

  private SelectJoinStep<? extends Record> select() {
    return database.sql().select(ORGANISATION.asterisk(), HELD, CLAIMED).from(ORGANISATION);
  }

  private List<Organisation> select(Condition condition, Visible visible) {
    return select()
        .where(condition, visible.organisation(ORGANISATION))
        .orderBy(ORGANISATION.SLUG)
        .fetch(row -> organisation(row, visible.viewer()));
  }

  private static Condition address(String idOrSlug) {
    return Identifiers.read(idOrSlug)
        .map(ORGANISATION.ID::eq)
        .orElseGet(() -> ORGANISATION.SLUG.eq(idOrSlug));
  }

  private static OrganisationRecord row(Entry entry) {
    Profile profile = entry.profile();
    ComputeReport report = entry.computeReported();
    Instant confirmed = entry.origin().confirmedAt();
    var row = new OrganisationRecord();
    row.setSlug(entry.slug());
    row.setNameEn(profile.name().en());
    row.setNameZhHant(profile.name().zhHant());
    row.setNameZhHans(profile.name().zhHans());
    row.setAliases(profile.aliases().toArray(String[]::new));
    row.setKind(profile.kind());
    row.setSummaryEn(profile.summary().en());
    row.setSummaryZhHant(profile.summary().zhHant());
    row.setSummaryZhHans(profile.summary().zhHans());
    row.setLayers(profile.classification().layers().toArray(String[]::new));
    row.setSectors(profile.classification().sectors().toArray(String[]::new));
    row.setCapabilities(profile.classification().capabilities().toArray(String[]::new));
    row.setFoundedOrIntakeYear(profile.foundedOrIntakeYear());
    row.setWebsite(profile.website());
    row.setCampusMember(entry.campus().member());
    row.setCampusRelation(entry.campus().relation());
    row.setComputeFactEn(report == null ? null : report.fact().en());
    row.setComputeFactZhHant(report == null ? null : report.fact().zhHant());
    row.setComputeReportedOn(report == null ? null : report.date());
    row.setFictional(entry.origin().fictional());
    row.setSources(entry.origin().sources().toArray(String[]::new));
    row.setConfirmedAt(confirmed == null ? null : confirmed.atOffset(ZoneOffset.UTC));
    row.setVisibility(entry.visibility().code());
    return row;
  }

  private static Sheet sheet(Record fetched) {
    Set<Visibility> held = held(fetched);
    return new Sheet(organisation(fetched, !held.isEmpty()), List.of(), List.of(), held);
  }

  /** The organisation as the viewer knows it, who may not know of all its allocations. */
  private static Organisation organisation(Record fetched, Viewer viewer) {
    UUID id = fetched.get(ORGANISATION.ID);
    return organisation(
        fetched, held(fetched).stream().anyMatch(visibility -> viewer.maySeeOwner(visibility, id)));
  }

  private static Organisation organisation(Record fetched, boolean holdsAllocation) {
    OrganisationRecord row = fetched.into(ORGANISATION);
    return new Organisation(
        row.getId(), row.getVersion(), entry(row), holdsAllocation, fetched.get(CLAIMED));
  }

  private static Set<Visibility> held(Record fetched) {
    return Arrays.stream(fetched.get(HELD)).map(Visibility::of).collect(Collectors.toSet());
  }

  private static Entry entry(OrganisationRecord row) {
    return new Entry(
        row.getSlug(),
        new Profile(
            new LocalText(row.getNameEn(), row.getNameZhHant(), row.getNameZhHans()),
            List.of(row.getAliases()),
            row.getKind(),
            new LocalText(row.getSummaryEn(), row.getSummaryZhHant(), row.getSummaryZhHans()),
            new Classification(
                List.of(row.getLayers()),
                List.of(row.getSectors()),
                List.of(row.getCapabilities())),
            row.getFoundedOrIntakeYear(),
            row.getWebsite()),
        new Campus(row.getCampusMember(), row.getCampusRelation()),
        report(row),
        new Origin(
            row.getFictional(),
            List.of(row.getSources()),
            row.getConfirmedAt() == null ? null : row.getConfirmedAt().toInstant()),
        Visibility.of(row.getVisibility()));
  }

  private static @Nullable ComputeReport report(OrganisationRecord row) {
    return row.getComputeReportedOn() == null
        ? null
        : new ComputeReport(
            LocalText.of(row.getComputeFactEn(), row.getComputeFactZhHant()),
            row.getComputeReportedOn());
  }
}
