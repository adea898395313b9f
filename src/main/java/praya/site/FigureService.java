package praya.site;

import java.util.List;
import java.util.Map;
import praya.domain.Actor;
import praya.domain.LocalText;
import praya.json.Fields;
import praya.json.Json;
import praya.store.Database;
import praya.store.Journal;

/** The ecosystem in figures: read by pages, put by imports. */
public final class FigureService {
  private final Database database;
  private final Journal journal;
  private final FigureStore store;

  public FigureService(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
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
  public boolean put(Figure figure, Actor actor) {
    return database.inTransaction(() -> {
      boolean changed = store.put(figure);
      if (changed) {
        var event = new Journal.Event("figure", figure.code() + " " + figure.asOf(), "recorded");
        journal.note(
            actor,
            event,
            null,
            Json.text(
                Map.of(
                    "value", figure.value(),
                    "unit", figure.unit(),
                    "qualifier", figure.qualifier(),
                    "source", figure.source())));
      }
      return changed;
    });
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
