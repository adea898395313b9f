package praya.projection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import praya.Core;
import praya.domain.Audience;
import praya.search.SearchIndexes;

/** A projector with its views over one folder. */
final class Following implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  final SearchIndexes index;
  final GraphView graph;
  final Projector projector;
  private final Core core;

  Following(Core core, Path folder) {
    this.core = core;
    index = SearchIndexes.open(folder, core.taxonomy().current());
    graph = new GraphView(core.relations());
    projector =
        new Projector(
                core.changes(),
                core.taxonomy(),
                index,
                new Projector.Views(core.organisations(), core.exchanges(), graph),
                new WakeUp(core.database()),
                core.clock())
            .start();
  }

  /** Waits until everything that is committed by now is visible. */
  Following caughtUp() {
    projector.await(core.changes().horizon() - 1, PATIENCE);
    return this;
  }

  /** What the views show, after they have caught up. */
  Shown shown() {
    caughtUp();
    return new Shown(index.describe(), graphs());
  }

  /** How many organisations an audience sees. */
  int size(Audience audience) {
    return index.of(audience).size();
  }

  private String graphs() {
    return Arrays.stream(Audience.values())
        .flatMap(each ->
            graph.current().graph(each).describe().lines().map(line -> each.code() + " " + line))
        .collect(Collectors.joining("\n"));
  }

  /** Everything that the views show, as text. */
  record Shown(List<String> organisations, String relations) {

    /** The lines that only one of both has, with a sign of which; short enough to be read. */
    List<String> differences(Shown other) {
      Set<String> here = lines().collect(Collectors.toSet());
      Set<String> there = other.lines().collect(Collectors.toSet());
      return Stream.concat(
              lines().filter(line -> !there.contains(line)).map("- "::concat),
              other.lines().filter(line -> !here.contains(line)).map("+ "::concat))
          .map(line -> line.substring(0, Math.min(line.length(), 400)))
          .limit(10)
          .toList();
    }

    private Stream<String> lines() {
      return Stream.concat(organisations.stream().flatMap(String::lines), relations.lines());
    }
  }

  /** What views show that were filled from nothing. */
  static Shown rebuilt(Core core) throws IOException {
    Path folder = Files.createTempDirectory("praya-rebuilt-");
    try (var fresh = new Following(core, folder)) {
      return fresh.shown();
    } finally {
      FileUtils.deleteQuietly(folder.toFile());
    }
  }

  /** The files as a crash at this moment would leave them, whatever was committed or not. */
  static void copyAsCrashed(Path folder, Path target) throws IOException {
    for (int attempt = 0; ; attempt++) {
      try {
        FileUtils.deleteDirectory(target.toFile());
        FileUtils.copyDirectory(folder.toFile(), target.toFile());
        return;
      } catch (NoSuchFileException | IllegalArgumentException | java.io.FileNotFoundException e) {
        // A merge took the file away meanwhile.
        if (attempt == 50) {
          throw e;
        }
      }
    }
  }

  /** Makes a file such that it cannot be read. */
  static void damage(Path file, String how, Random random) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    switch (how) {
      case "empty" -> Files.write(file, new byte[0]);
      case "cut" -> Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      case "gone" -> Files.delete(file);
      default -> {
        byte[] garbage = new byte[bytes.length];
        random.nextBytes(garbage);
        Files.write(file, garbage);
      }
    }
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Not within " + PATIENCE.toSeconds() + " s: " + what);
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    projector.close();
    index.close();
  }
}
