package praya.site;

import static praya.store.db.Tables.FIGURE;

import java.util.List;
import praya.domain.LocalText;
import praya.store.Database;

/** Figures in PostgreSQL. */
final class FigureStore {
  private final Database database;

  FigureStore(Database database) {
    this.database = database;
  }

  List<Figure> list() {
    return database
        .sql()
        .selectFrom(FIGURE)
        .orderBy(FIGURE.CODE, FIGURE.AS_OF)
        .fetch(row ->
            new Figure(
                row.getCode(),
                row.getAsOf(),
                row.getValue(),
                row.getUnit(),
                row.get(FIGURE.QUALIFIER),
                LocalText.of(row.getLabelEn(), row.getLabelZhHant()),
                row.getSource()));
  }

  /**
   * @return false when the same was there already
   */
  boolean put(Figure figure) {
    if (list().contains(figure)) {
      return false;
    }
    database
        .sql()
        .insertInto(FIGURE)
        .set(FIGURE.CODE, figure.code())
        .set(FIGURE.AS_OF, figure.asOf())
        .set(FIGURE.VALUE, figure.value())
        .set(FIGURE.UNIT, figure.unit())
        .set(FIGURE.QUALIFIER, figure.qualifier())
        .set(FIGURE.LABEL_EN, figure.label().en())
        .set(FIGURE.LABEL_ZH_HANT, figure.label().zhHant())
        .set(FIGURE.SOURCE, figure.source())
        .onConflict(FIGURE.CODE, FIGURE.AS_OF)
        .doUpdate()
        .setAllToExcluded()
        .execute();
    return true;
  }
}
