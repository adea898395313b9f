package praya.seed;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a file holds, told by its name. The order is the order of loading: a record comes after what
 * it names.
 */
enum Kind {
  TAXONOMY("taxonomy.json"),
  ORGANISATIONS("organisations.jsonl"),
  RELATIONS("relations.jsonl"),
  NEEDS("needs.jsonl"),
  OFFERS("offers.jsonl"),
  INTRODUCTIONS("introductions.jsonl"),
  CALLS("calls.jsonl"),
  CENTRE("centre.json"),
  ALLOCATIONS("allocations.jsonl"),
  USAGE("usage.jsonl"),
  FIGURES("figures.json");

  private final String fileName;

  Kind(String fileName) {
    this.fileName = fileName;
  }

  String fileName() {
    return fileName;
  }

  /** One record a line, as opposed to one document. */
  boolean isLines() {
    return fileName.endsWith(".jsonl");
  }

  static Optional<Kind> find(String fileName) {
    return Arrays.stream(values()).filter(kind -> kind.fileName.equals(fileName)).findFirst();
  }
}
