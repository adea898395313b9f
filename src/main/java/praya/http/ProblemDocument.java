package praya.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;
import praya.domain.Problem;

/**
 * A problem as it is told over HTTP (RFC 9457).
 *
 * @param type the last part of the problem's type, a fixed word that programs can rely on
 * @param faults what is wrong with which field; empty when the problem is not about fields
 * @param incident the number under which the log has our own error; null for other problems
 */
public record ProblemDocument(
    int status,
    String type,
    String title,
    String detail,
    List<Fault> faults,
    @Nullable String incident) {

  ProblemDocument(int status, String type, String title, String detail, List<Fault> faults) {
    this(status, type, title, detail, faults, null);
  }

  static ProblemDocument of(Problem problem) {
    String detail = String.valueOf(problem.getMessage());
    return switch (problem) {
      case Problem.Malformed p ->
          new ProblemDocument(400, "malformed", "The request cannot be read", detail, p.faults());
      case Problem.Unauthenticated p ->
          of(401, "unauthenticated", "Nobody knows who is asking", detail);
      case Problem.ConsentMissing p ->
          of(403, "consent-missing", "The privacy notice is not agreed to", detail);
      case Problem.Forbidden p -> of(403, "forbidden", "Not allowed", detail);
      case Problem.Moved p -> of(404, "not-found", "Not found", detail);
      case Problem.NotFound p -> of(404, "not-found", "Not found", detail);
      case Problem.Conflict p -> of(409, "conflict", "It contradicts what is stored", detail);
      case Problem.Stale p -> of(412, "stale", "The version is not the current one", detail);
      case Problem.InvalidInput p ->
          new ProblemDocument(422, "invalid-input", "The input is not valid", detail, p.faults());
      case Problem.VersionRequired p ->
          new ProblemDocument(
              428,
              "version-required",
              "The version is missing",
              detail,
              List.of(new Fault("If-Match", null, detail)));
      case Problem.TooMany p -> of(429, "too-many", "Too many requests", detail);
      case Problem.NotReady p -> of(503, "not-ready", "A view is being rebuilt", detail);
    };
  }

  static ProblemDocument of(int status, String type, String title, String detail) {
    return new ProblemDocument(status, type, title, detail, List.of());
  }

  Map<String, Object> json(String instance) {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", "/problems/" + type);
    json.put("title", title);
    json.put("status", status);
    json.put("detail", detail);
    json.put("instance", instance);
    if (!faults.isEmpty()) {
      json.put("errors", faults.stream().map(ProblemDocument::json).toList());
    }
    if (incident != null) {
      json.put("incident", incident);
    }
    return json;
  }

  private static Map<String, @Nullable Object> json(Fault fault) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("field", fault.field());
    json.put("value", fault.value());
    json.put("message", fault.message());
    return json;
  }
}
