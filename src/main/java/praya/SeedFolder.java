package praya;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which files of {@code seed-data/} there are: real ones, and the fictional ones in {@code demo/}.
 */
public final class SeedFolder {
  private static final List<String> REAL =
      List.of("taxonomy.json", "organisations.jsonl", "relations.jsonl", "figures.json");
  private static final List<String> DEMO =
      List.of(
          "organisations.jsonl",
          "relations.jsonl",
          "needs.jsonl",
          "offers.jsonl",
          "introductions.jsonl",
          "calls.jsonl",
          "allocations.jsonl",
          "usage.jsonl");

  /**
   * Of the demonstration, but most of it is public fact; what only illustrates is left out by need.
   */
  private static final String CENTRE = "demo/centre.json";

  private static final List<String> LATER = List.of("compute-needs.jsonl");

  private SeedFolder() {}

  /** The files that there are, in the order in which they must be read. */
  public static List<Path> files(Path folder, boolean demo) {
    Stream<Path> real = Stream.concat(REAL.stream(), Stream.of(CENTRE)).map(folder::resolve);
    Stream<Path> fictional =
        demo ? DEMO.stream().map(folder.resolve("demo")::resolve) : Stream.of();
    return Stream.concat(real, fictional).filter(Files::exists).toList();
  }

  /** Files that are there but that nothing reads yet. */
  static List<Path> notYet(Path folder, boolean demo) {
    return LATER.stream()
        .map(folder.resolve("demo")::resolve)
        .filter(file -> demo && Files.exists(file))
        .toList();
  }
}
