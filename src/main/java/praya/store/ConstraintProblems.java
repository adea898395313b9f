package praya.store;

import java.util.Locale;
import java.util.Objects;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import praya.domain.Problem;

/**
 * Turns a broken constraint into the problem of the caller, by the constraint's name: {@code
 * <table>_<columns>_<key|fk|check|excl>}. Forms catch nearly all faults before; what arrives here
 * is a race, or a rule that only the database can judge. Anything else stays an error of ours.
 */
final class ConstraintProblems {
  private ConstraintProblems() {}

  static RuntimeException translate(DataAccessException e) {
    ServerErrorMessage error = serverError(e);
    String constraint = error == null ? null : error.getConstraint();
    String state = error == null ? null : error.getSQLState();
    if (error == null || constraint == null || state == null || !state.startsWith("23")) {
      return e;
    }
    return switch (constraint) {
      case "organisation_slug_key" ->
          new Problem.Conflict(
              "The slug is already taken by another organisation. Maybe change that one instead.");
      case "relation_tie_key" ->
          new Problem.Conflict(
              "The same relation of these two organisations exists already. Maybe change that one"
                  + " instead.");
      case "allocation_capacity_check" ->
          new Problem.InvalidInput(
              "cards",
              "",
              error.getMessage()
                  + " Maybe ask for fewer cards, another period, or set the rate first.");
      default -> byKind(constraint, error);
    };
  }

  private static RuntimeException byKind(String constraint, ServerErrorMessage error) {
    // Errors that our functions raise name no table; their constraints begin with it, in one word.
    String table = Objects.requireNonNullElse(error.getTable(), constraint.split("_", 2)[0]);
    if (constraint.endsWith("_pkey") || constraint.endsWith("_key")) {
      return new Problem.Conflict(
          "There is already such a record (" + table + "). Maybe change that one instead.");
    }
    String field = field(constraint, table);
    if (constraint.endsWith("_fk")) {
      return "23503".equals(error.getSQLState()) && isStillReferenced(error)
          ? new Problem.Conflict(
              "It is still in use by other records (" + table + "). Delete or change those first.")
          : new Problem.InvalidInput(
              field, "", "The field " + field + " names something that does not exist.");
    }
    return new Problem.InvalidInput(
        field, "", "The database refuses the field " + field + ": " + error.getMessage());
  }

  /**
   * A foreign key breaks in two ways: the record names what does not exist, or it goes while others
   * name it. PostgreSQL tells them apart by the SQL command only; its detail names the key in both.
   */
  private static boolean isStillReferenced(ServerErrorMessage error) {
    String routine = error.getRoutine();
    String detail = error.getDetail();
    return "term_in_use_fk".equals(error.getConstraint())
        || ("ri_ReportViolation".equals(routine)
            && detail != null
            && detail.contains("still referenced"));
  }

  private static String field(String constraint, String table) {
    String name = constraint.replaceFirst("_(fk|check|excl|key)$", "");
    String column = name.startsWith(table + "_") ? name.substring(table.length() + 1) : name;
    StringBuilder camel = new StringBuilder();
    for (String part : column.replaceFirst("_id$", "").split("_", -1)) {
      camel.append(
          camel.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return camel.toString();
  }

  private static @Nullable ServerErrorMessage serverError(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof PSQLException failure) {
        return failure.getServerErrorMessage();
      }
    }
    return null;
  }
}
