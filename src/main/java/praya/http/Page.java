package praya.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param total how many records the whole list has
 * @param next the cursor of the next page; null on the last
 */
public record Page<T>(List<T> items, long total, @Nullable Cursor next) {

  /** A request for a page: records after the key, at most so many. */
  public record Request(@Nullable String after, int limit) {
    /** Twenty fit a screen; a hundred are the most that one answer should carry. */
    public static Request of(Query query) {
      return new Request(query.cursor(), query.integer("limit", 20, 1, 100));
    }
  }

  /** Makes a page of records that were fetched with one more than asked for. */
  public static <T> Page<T> of(
      List<T> fetched, Request request, long total, Function<T, String> key) {
    if (fetched.size() <= request.limit()) {
      return new Page<>(fetched, total, null);
    }
    List<T> items = fetched.subList(0, request.limit());
    return new Page<>(items, total, new Cursor(key.apply(items.get(items.size() - 1))));
  }

  public Map<String, @Nullable Object> json(Function<T, Map<String, @Nullable Object>> item) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("items", items.stream().map(item).toList());
    json.put("total", total);
    json.put("next", next == null ? null : next.token());
    return json;
  }
}
