package praya.seed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import praya.domain.Actor;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.store.Database;

/**
 * Brings files into the database, all of them or nothing. Records are put by their slug or id: a
 * new one is created, a changed one replaced, an equal one left alone. Every fault of every file is
 * collected and told with its file, line, field and value.
 */
public final class Importer {
  private final Database database;
  private final Map<Kind, Loader> loaders = new EnumMap<>(Kind.class);
  private final Runnable afterwards;

  /** Loads the records of one kind. */
  interface Loader {
    /**
     * @return whether the record was new, changed or equal
     */
    Outcome load(SeedFile.Line line, Actor actor, List<Fault> faults);
  }

  enum Outcome {
    CREATED,
    CHANGED,
    UNCHANGED
  }

  /** How far an import is. */
  public interface Progress {
    void at(String file, int done, int total);
  }

  public Importer(Database database, Loaders services) {
    this.database = database;
    this.loaders.putAll(services.byKind());
    this.afterwards = services::reload;
  }

  /** Which files, and whether to take everything back in the end. */
  public record Request(List<Path> files, boolean check, Actor actor) {
    public Request {
      files = List.copyOf(files);
    }
  }

  /** What became of the records of one file. */
  public record Counts(String file, int created, int changed, int unchanged) {
    public int total() {
      return created + changed + unchanged;
    }
  }

  /**
   * Runs an import.
   *
   * @throws Problem.InvalidInput with every fault; nothing is stored then
   */
  public List<Counts> run(Request request, Progress progress) {
    var faults = new ArrayList<Fault>();
    var files = new ArrayList<SeedFile>();
    for (Path path : request.files()) {
      try {
        files.add(SeedFile.of(path));
      } catch (Problem.InvalidInput e) {
        faults.addAll(e.faults());
      }
    }
    files.sort(Comparator.comparing(SeedFile::kind));
    var lines = new ArrayList<List<SeedFile.Line>>();
    files.forEach(file -> lines.add(file.read(faults)));
    var task = new Task(request.actor(), faults, progress);
    try {
      return request.check()
          ? database.tried(() -> load(files, lines, task))
          : database.inTransaction(() -> load(files, lines, task));
    } finally {
      afterwards.run();
    }
  }

  /** Loads what could be read even when something could not: its faults are told together. */
  private List<Counts> load(List<SeedFile> files, List<List<SeedFile.Line>> lines, Task task) {
    var counts = new ArrayList<Counts>();
    for (int i = 0; i < files.size(); i++) {
      counts.add(load(files.get(i), lines.get(i), task));
    }
    requireNone(task.faults());
    return counts;
  }

  private record Task(Actor actor, List<Fault> faults, Progress progress) {}

  private Counts load(SeedFile file, List<SeedFile.Line> lines, Task task) {
    Loader loader = java.util.Objects.requireNonNull(loaders.get(file.kind()));
    var outcomes = new EnumMap<Outcome, Integer>(Outcome.class);
    for (SeedFile.Line line : lines) {
      try {
        Outcome outcome =
            database.inSavepoint(() -> loader.load(line, task.actor(), task.faults()));
        outcomes.merge(outcome, 1, Integer::sum);
      } catch (Problem.InvalidInput e) {
        placed(line.place(), e.faults(), task.faults());
      } catch (Problem.Conflict e) {
        task.faults().add(new Fault(line.place(), null, String.valueOf(e.getMessage())));
      }
      task.progress()
          .at(
              String.valueOf(file.path().getFileName()),
              outcomes.values().stream().mapToInt(n -> n).sum(),
              lines.size());
    }
    return new Counts(
        file.path().toString(),
        outcomes.getOrDefault(Outcome.CREATED, 0),
        outcomes.getOrDefault(Outcome.CHANGED, 0),
        outcomes.getOrDefault(Outcome.UNCHANGED, 0));
  }

  /** Adds faults with the place of their record before the field. */
  static void placed(String place, Collection<Fault> found, List<Fault> faults) {
    for (Fault fault : found) {
      faults.add(new Fault(place + " " + fault.field(), fault.value(), fault.message()));
    }
  }

  private static void requireNone(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw new Problem.InvalidInput(faults);
    }
  }
}
