package praya;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import praya.domain.FaultList;
import praya.json.Json;
import praya.round.CalendarFile;
import praya.round.Participant;
import praya.round.RoundEngine;
import praya.round.RoundReader;
import praya.round.RoundRequest;
import praya.round.RoundResult;
import praya.round.RoundTree;

/** {@code praya round}: a whole round of introductions, computed from a file. */
@Command(
    name = "round",
    mixinStandardHelpOptions = true,
    description = {
      "Choose who meets whom in a round of introductions, for everybody at once: the highest sum of"
          + " scores within everybody's slots, after as many floors as possible are kept. Needs no"
          + " database and no server, and changes nothing.",
      "",
      "The file, in JSON (all but participants and pairs may be left out):",
      "  {",
      "    \"participants\": [",
      "      {\"id\": \"ant\", \"slots\": 2},",
      "      {\"id\": \"bee\", \"slots\": 1, \"floor\": 1, \"eligible\": true},",
      "      {\"id\": \"cat\", \"slots\": 3, \"floor\": 0},",
      "      {\"id\": \"dog\", \"slots\": 2}],",
      "    \"pairs\": [",
      "      {\"from\": \"ant\", \"to\": \"bee\", \"score\": 0.75},",
      "      {\"from\": \"ant\", \"to\": \"cat\", \"forth\": 0.5, \"back\": 0.9},",
      "      {\"from\": \"bee\", \"to\": \"cat\", \"score\": 0.8},",
      "      {\"from\": \"cat\", \"to\": \"dog\", \"score\": 0.2}],",
      "    \"must\": [[\"cat\", \"dog\"]], \"never\": [[\"bee\", \"dog\"]],",
      "    \"conflicts\": [[\"ant\", \"dog\"]],",
      "    \"on\": \"2026-11-23\", \"metDays\": 90,",
      "    \"met\": [{\"from\": \"ant\", \"to\": \"bee\", \"on\": [\"2026-05-01\"]}],",
      "    \"locked\": [], \"previous\": {\"pairs\": [[\"ant\", \"cat\"]], \"changeCost\": 0.05},",
      "    \"weights\": \"v3\", \"seed\": 7, \"caps\": [2, 1],",
      "    \"event\": {\"starts\": \"2026-12-01T09:00:00+08:00\", \"minutes\": 20, \"pause\": 5,",
      "              \"rooms\": [\"A\", \"B\"], \"absences\": {\"ant\": [1]}}",
      "  }",
      "",
      "slots: the most introductions (a \"slots\" at the top is for all who give none; else 1)."
          + " floor: introductions to get before others get more; 1 unless eligible is false or"
          + " there are no slots. side: give everybody one of two, and pairs join the two sides;"
          + " \"proposers\" names the one that proposes in the stable variant.",
      "score: from 0 to 100000 with at most four decimals. forth is how much from wants to, back"
          + " the other way; the score is then their harmonic mean, rounded half up to four"
          + " decimals.",
      "must and locked pairs are settled first, candidates or not, and win over met; never,"
          + " conflicts (groups of which no two meet) and met (less than metDays before on) exclude"
          + " pairs. changeCost is what each pair costs that is not as in previous (0.0001 if"
          + " left out, which only decides between equals). rooms: names, or how many. absences:"
          + " numbers of slots, from 1.",
      "",
      "Anybody can check the bound: for the prices printed, no round is worth more than the sum"
          + " over pairs of max(0, score - both prices) plus, over participants, floor x max(0,"
          + " bonus + price) + (slots - floor) x max(0, price); less bonus x floors kept, that is"
          + " the bound. Settled pairs are taken out of slots and floors first, and with a previous"
          + " round changeCost is added to the scores of its pairs and taken from those of others."
    })
final class RoundCommand implements Callable<Integer> {
  /** Caps to try where none are named. */
  private static final List<Integer> CAPS = List.of(100, 50, 20, 10, 5, 2, 1);

  /** Beyond so many pairs each cap takes seconds, and they are tried only when named. */
  private static final int MANY_PAIRS = 30_000;

  @CommandLine.Spec
  private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "The round, as described above.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "Print all of the result as JSON.")
  private boolean json;

  @Option(
      names = "--caps",
      split = ",",
      paramLabel = "N",
      description =
          "Limits of introductions to try for the fairness curve (default: those of the file, else"
              + " 100,50,20,10,5,2,1 as far as they are below the most slots; a round of more than"
              + " 30,000 pairs tries only what is named).")
  private List<Integer> caps = new ArrayList<>();

  @Option(
      names = "--why",
      paramLabel = "ID",
      description = "Also tell for each candidate of this participant why it does not meet.")
  private @Nullable String why;

  @Option(
      names = "--calendar",
      paramLabel = "FOLDER",
      description = "Write a calendar file (.ics) for each participant of the event.")
  private @Nullable Path calendar;

  @Override
  public Integer call() {
    final PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    RoundReader.Read read = RoundReader.read(file);
    RoundRequest request = withCaps(read.request(), err);
    check(request);
    read.remarks().forEach(err::println);
    RoundResult result = RoundEngine.solve(request);
    if (calendar != null && result.plan() != null) {
      writeCalendars(calendar, result, result.plan());
      err.println("Calendars are in " + calendar + ".");
    }
    err.flush();
    if (json) {
      out.println(Json.text(RoundTree.of(request, result)));
    } else {
      new RoundTable(out).print(result, why);
    }
    out.flush();
    return 0;
  }

  private void check(RoundRequest request) {
    FaultList faults = new FaultList();
    Set<String> ids = new TreeSet<>();
    request.participants().stream().map(Participant::id).forEach(ids::add);
    if (why != null && !ids.contains(why)) {
      faults.add("--why", why, "No participant has this id. Maybe it is misspelt.");
    }
    if (calendar != null && request.day() == null) {
      faults.add(
          "--calendar",
          calendar.toString(),
          "The file has no event, so there is no time to meet. Add one.");
    }
    caps.stream()
        .filter(cap -> cap < 1)
        .forEach(cap -> faults.add("--caps", cap.toString(), "A cap must be 1 or more."));
    faults.requireNone();
  }

  private RoundRequest withCaps(RoundRequest request, PrintWriter err) {
    List<Integer> wanted = caps.isEmpty() ? request.settings().caps() : caps;
    if (wanted.isEmpty() && request.candidates().size() > MANY_PAIRS) {
      err.println(
          "With so many pairs the fairness curve is computed only for caps that --caps names.");
    } else if (wanted.isEmpty()) {
      int widest = request.participants().stream().mapToInt(Participant::slots).max().orElse(0);
      wanted = CAPS.stream().filter(cap -> cap < widest).toList();
    }
    RoundRequest.Settings old = request.settings();
    return request.with(
        new RoundRequest.Settings(old.weights(), old.seed(), old.proposers(), wanted));
  }

  private static void writeCalendars(Path folder, RoundResult result, RoundResult.Plan plan) {
    try {
      Files.createDirectories(folder);
      Map<String, Integer> taken = new TreeMap<>();
      for (Map.Entry<String, String> one :
          CalendarFile.of(plan, result.head().origin().snapshot()).entrySet()) {
        String plain = one.getKey().replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceFirst("^\\.", "_");
        int times = taken.merge(plain.toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
        String name = times == 1 ? plain : plain + "~" + times;
        Files.writeString(folder.resolve(name + ".ics"), one.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("The folder (" + folder + ") cannot be written.", failure);
    }
  }
}
