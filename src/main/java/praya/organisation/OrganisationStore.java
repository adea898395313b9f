package praya.organisation;

import static praya.store.db.Tables.ALLOCATION;
import static praya.store.db.Tables.FORMER_SLUG;
import static praya.store.db.Tables.MEMBERSHIP;
import static praya.store.db.Tables.ORGANISATION;
import static praya.store.db.Tables.RELATION;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import praya.domain.Allocation;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.ComputeReport;
import praya.domain.Entry;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Profile;
import praya.store.Database;
import praya.store.db.tables.records.OrganisationRecord;

/** Organisations in PostgreSQL. */
final class OrganisationStore {
  private static final Field<Boolean> HOLDS_ALLOCATION =
      DSL.field(
              DSL.exists(
                  DSL.selectOne()
                      .from(ALLOCATION)
                      .where(
                          ALLOCATION.ORGANISATION_ID.eq(ORGANISATION.ID),
                          ALLOCATION.STATUS.in(
                              java.util.Arrays.stream(Allocation.Status.values())
                                  .filter(Allocation.Status::held)
                                  .map(Allocation.Status::code)
                                  .toList()))))
          .as("holds_allocation");

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

  Optional<Organisation> find(String idOrSlug) {
    return select(address(idOrSlug)).stream().findFirst();
  }

  List<Organisation> list(Collection<UUID> ids) {
    return select(ORGANISATION.ID.in(ids));
  }

  /** The next organisations in the order of their ids; for reading all of them in steps. */
  List<Organisation> listAfter(UUID id, int limit) {
    return database
        .sql()
        .select(ORGANISATION.asterisk(), HOLDS_ALLOCATION, CLAIMED)
        .from(ORGANISATION)
        .where(ORGANISATION.ID.gt(id))
        .orderBy(ORGANISATION.ID)
        .limit(limit)
        .fetch(OrganisationStore::organisation);
  }

  /** By year of foundation or intake, latest first; real ones before fictional ones of a year. */
  List<Organisation> listNewest(int limit) {
    return database
        .sql()
        .select(ORGANISATION.asterisk(), HOLDS_ALLOCATION, CLAIMED)
        .from(ORGANISATION)
        .where(ORGANISATION.FOUNDED_OR_INTAKE_YEAR.isNotNull())
        .orderBy(
            ORGANISATION.FOUNDED_OR_INTAKE_YEAR.desc(), ORGANISATION.FICTIONAL, ORGANISATION.SLUG)
        .limit(limit)
        .fetch(OrganisationStore::organisation);
  }

  int count() {
    return database.sql().fetchCount(ORGANISATION);
  }

  Optional<String> presentSlug(String former) {
    return database
        .sql()
        .select(ORGANISATION.SLUG)
        .from(FORMER_SLUG)
        .join(ORGANISATION)
        .on(ORGANISATION.ID.eq(FORMER_SLUG.ORGANISATION_ID))
        .where(FORMER_SLUG.SLUG.eq(former))
        .and(DSL.notExists(DSL.selectOne().from(ORGANISATION).where(ORGANISATION.SLUG.eq(former))))
        .fetchOptional(ORGANISATION.SLUG);
  }

  /**
   * Organisations with a public report about compute whose own tie of use leads to another one with
   * a report, which is the operator. Suppliers and supervisors have reports, too, but no such tie.
   */
  List<Organisation> reportedComputeUsers() {
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
                            operator.COMPUTE_REPORTED_ON.isNotNull()))));
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

  private List<Organisation> select(Condition condition) {
    return database
        .sql()
        .select(ORGANISATION.asterisk(), HOLDS_ALLOCATION, CLAIMED)
        .from(ORGANISATION)
        .where(condition)
        .orderBy(ORGANISATION.SLUG)
        .fetch(OrganisationStore::organisation);
  }

  private static Condition address(String idOrSlug) {
    return idOrSlug.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? ORGANISATION.ID.eq(UUID.fromString(idOrSlug))
        : ORGANISATION.SLUG.eq(idOrSlug);
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
    return row;
  }

  private static Organisation organisation(Record fetched) {
    OrganisationRecord row = fetched.into(ORGANISATION);
    return new Organisation(
        row.getId(),
        row.getVersion(),
        entry(row),
        fetched.get(HOLDS_ALLOCATION),
        fetched.get(CLAIMED));
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
            row.getConfirmedAt() == null ? null : row.getConfirmedAt().toInstant()));
  }

  private static @Nullable ComputeReport report(OrganisationRecord row) {
    return row.getComputeReportedOn() == null
        ? null
        : new ComputeReport(
            LocalText.of(row.getComputeFactEn(), row.getComputeFactZhHant()),
            row.getComputeReportedOn());
  }
}
