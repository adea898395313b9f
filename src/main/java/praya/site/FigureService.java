package praya.site;

import java.util.List;
import praya.domain.LocalText;
import praya.json.Fields;
import praya.store.Database;

/** The ecosystem in figures: read by pages, put by imports. */
public final class FigureService {
  private final Database database;
  private final FigureStore store;

  public FigureService(Database database) {
    this.database = database;
    this.store = new FigureStore(database);
  }

  /** All figures by code, oldest first. */
  public List<Figure> list() {
    return store.list();
  }

  /**
   * Adds a figure, or corrects the one of the same code and day.
   *
   * @return whether anything changed
   */
  public boolean put(Figure figure) {
    return database.inTransaction(() -> store.put(figure));
  }

  /** A figure as the seed writes it; collects faults in the fields. */
  public static Figure parse(Fields fields) {
    var figure =
        new Figure(
            fields.requiredText("code", 80),
            fields.requiredDate("asOf"),
            fields.requiredLong("value", 0, Long.MAX_VALUE),
            fields.requiredText("unit", 80),
            fields.requiredText("qualifier", 80),
            LocalText.of(fields.requiredText("en", 300), fields.requiredText("zhHant", 300)),
            fields.requiredText("source", 1000));
    fields.refuseUnknown();
    return figure;
  }
}
