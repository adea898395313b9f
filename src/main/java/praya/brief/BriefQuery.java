package praya.brief;

import io.javalin.http.Context;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Query;

/** A brief in the parameters of an address, which is where it lives. */
final class BriefQuery {
  /** In Chinese three bytes a character, each written as three: as long as an address may be. */
  static final int MAX_TEXT = 600;

  private static final List<String> NAMES =
      List.of(
          "text", "capability", "sector", "without", "constraint", "budget", "start", "fictional");

  private BriefQuery() {}

  static Query query(Context context, String... more) {
    return Query.of(context, Stream.concat(NAMES.stream(), Stream.of(more)).toArray(String[]::new));
  }

  /** Reads the brief; faults stay in the query. */
  static Brief read(Context context, Query query, Taxonomy terms) {
    return new Brief(
        text(context, query),
        query.codes("capability", terms, Vocabulary.CAPABILITIES),
        query.codes("sector", terms, Vocabulary.SECTORS),
        query.list("without", 50),
        new Brief.Conditions(
            query.list("constraint", Constraint.codes()).stream()
                .flatMap(code -> Constraint.find(code).stream())
                .toList(),
            query.choice("budget", withNone(Brief.BUDGETS)),
            start(context, query)),
        query.bool("fictional", false));
  }

  /** A form sends lines; to an address they are spaces. */
  private static String text(Context context, Query query) {
    List<String> given = context.queryParams("text");
    if (given.size() > 1) {
      query.fault("text", Integer.toString(given.size()), "may be given only once");
      return "";
    }
    String text = given.isEmpty() ? "" : given.get(0).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (text.length() > MAX_TEXT) {
      query.fault(
          "text",
          text.substring(0, 40) + "…",
          "must have at most " + MAX_TEXT + " characters. It has " + text.length());
      return "";
    }
    return text;
  }

  /** A form sends what was left empty, too. */
  private static @Nullable LocalDate start(Context context, Query query) {
    String given = context.queryParam("start");
    return given == null || given.isEmpty() ? null : query.date("start");
  }

  private static List<String> withNone(List<String> codes) {
    List<String> all = new ArrayList<>(codes);
    all.add("");
    return all;
  }
}
