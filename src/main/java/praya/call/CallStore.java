package praya.call;

import static praya.store.db.Tables.CALL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import praya.domain.LocalText;
import praya.store.Database;
import praya.store.db.tables.records.CallRecord;

/** Calls in PostgreSQL. */
final class CallStore {
  private final Database database;

  CallStore(Database database) {
    this.database = database;
  }

  Optional<Call> find(String id) {
    return database.sql().selectFrom(CALL).where(CALL.ID.eq(id)).fetchOptional(CallStore::call);
  }

  /** The latest to end first, those without end before all. */
  List<Call> list(int limit) {
    return database
        .sql()
        .selectFrom(CALL)
        .orderBy(CALL.DEADLINE.desc().nullsFirst(), CALL.ID)
        .limit(limit)
        .fetch(CallStore::call);
  }

  void put(Call call) {
    database
        .sql()
        .insertInto(CALL)
        .set(row(call))
        .onConflict(CALL.ID)
        .doUpdate()
        .setAllToExcluded()
        .execute();
  }

  /** Lets one organisation take the place of another. */
  void move(UUID goes, UUID stays) {
    database
        .sql()
        .update(CALL)
        .set(CALL.ORGANISER_ID, stays)
        .where(CALL.ORGANISER_ID.eq(goes))
        .execute();
  }

  private static CallRecord row(Call call) {
    LocalText title = call.wording().title();
    LocalText text = call.wording().text();
    CallRecord row = new CallRecord();
    row.setId(call.id());
    row.setTitleEn(title.en());
    row.setTitleZhHant(title.zhHant());
    row.setTitleZhHans(title.zhHans());
    row.setTextEn(text.en());
    row.setTextZhHant(text.zhHant());
    row.setTextZhHans(text.zhHans());
    row.setCapabilities(call.asked().capabilities().toArray(String[]::new));
    row.setSectors(call.asked().sectors().toArray(String[]::new));
    row.setEligibleKinds(call.members().kinds().toArray(String[]::new));
    row.setDeadline(call.deadline());
    row.setOrganiserId(call.organiserId());
    row.setMinMembers(call.members().least());
    row.setMaxMembers(call.members().most());
    row.setSource(call.wording().source());
    row.setFictional(call.fictional());
    return row;
  }

  private static Call call(CallRecord row) {
    return new Call(
        row.getId(),
        new Call.Wording(
            new LocalText(
                row.get(CALL.TITLE_EN), row.get(CALL.TITLE_ZH_HANT), row.get(CALL.TITLE_ZH_HANS)),
            new LocalText(
                row.get(CALL.TEXT_EN), row.get(CALL.TEXT_ZH_HANT), row.get(CALL.TEXT_ZH_HANS)),
            row.get(CALL.SOURCE)),
        new Call.Asked(Arrays.asList(row.getCapabilities()), Arrays.asList(row.getSectors())),
        new Call.Members(
            Arrays.asList(row.getEligibleKinds()), row.getMinMembers(), row.getMaxMembers()),
        row.get(CALL.DEADLINE),
        row.get(CALL.ORGANISER_ID),
        row.getFictional());
  }
}
