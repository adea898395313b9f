package praya.contract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What of the OpenAPI document the tests have exercised so far. Safe for many threads. */
final class ContractCoverage {
  private static final ContractCoverage SHARED = new ContractCoverage(OpenApiDocument.shared());

  /** Answers that cannot be had from the shared program: its own faults, and its wide limits. */
  private static final Set<Integer> OUR_FAULTS = Set.of(429, 500, 503);

  private final OpenApiDocument document;
  private final Set<String> answers = ConcurrentHashMap.newKeySet();
  private final Set<String> examples = ConcurrentHashMap.newKeySet();

  ContractCoverage(OpenApiDocument document) {
    this.document = document;
  }

  static ContractCoverage shared() {
    return SHARED;
  }

  void answered(Operation operation, int status) {
    answers.add(answer(operation, status));
  }

  /** Remembers the documented examples that the body of a successful request is equal to. */
  void sent(Operation operation, String contentType, JsonNode body) {
    for (Map.Entry<String, Place> type : operation.requestTypes()) {
      for (Map.Entry<String, JsonNode> example : Operation.examples(type.getValue())) {
        if (type.getKey().equals(contentType) && example.getValue().equals(body)) {
          examples.add(example(operation, contentType, example.getKey()));
        }
      }
    }
  }

  /** Documented answers that never came, of some operations. */
  List<String> missingAnswers(Predicate<Operation> some) {
    return document.operations().stream()
        .filter(some)
        .flatMap(operation ->
            operation.statuses().stream()
                .filter(status -> !OUR_FAULTS.contains(status))
                .map(status -> answer(operation, status)))
        .filter(answer -> !answers.contains(answer))
        .toList();
  }

  /** Documented request bodies that were never sent with success. */
  List<String> missingExamples(Predicate<Operation> some) {
    return document.operations().stream()
        .filter(some)
        .flatMap(operation ->
            operation.requestTypes().stream()
                .flatMap(type ->
                    Operation.examples(type.getValue()).stream()
                        .map(e -> example(operation, type.getKey(), e.getKey()))))
        .filter(example -> !examples.contains(example))
        .toList();
  }

  private static String answer(Operation operation, int status) {
    return operation.id() + " " + status;
  }

  private static String example(Operation operation, String contentType, String name) {
    return operation.id() + " " + contentType + " " + name;
  }
}
