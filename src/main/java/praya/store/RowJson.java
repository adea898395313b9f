package praya.store;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;

/** Rows as JSON values, one object a row with a field for each column, in their order. */
public final class RowJson {
  private RowJson() {}

  /** Moments become texts of ISO 8601 in UTC, arrays become lists. */
  public static List<Map<String, @Nullable Object>> list(ResultQuery<? extends Record> query) {
    return query.fetch(RowJson::object);
  }

  private static Map<String, @Nullable Object> object(Record row) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    for (var field : row.fields()) {
      Object value = row.get(field);
      json.put(
          field.getName(),
          switch (value) {
            case OffsetDateTime moment -> moment.toInstant().toString();
            case Object[] values -> List.of(values);
            case null, default -> value;
          });
    }
    return json;
  }
}
