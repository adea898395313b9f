package praya.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A file of records with what it holds. */
record SeedFile(Path path, Kind kind) {

  /** A record and where it stands: {@code needs.jsonl:14}. */
  record Line(String place, ObjectNode object) {}

  /** The file of a path; a name that is not known is a fault that tells the known ones. */
  static SeedFile of(Path path) {
    String name = path.getFileName() == null ? "" : path.getFileName().toString();
    return Kind.find(name)
        .map(kind -> new SeedFile(path, kind))
        .orElseThrow(() ->
            new Problem.InvalidInput(
                "file",
                name,
                "The file ("
                    + path
                    + ") cannot be imported: its name says what it holds, and must be one of "
                    + Arrays.stream(Kind.values()).map(Kind::fileName).toList()
                    + "."));
  }

  /**
   * All records; the one object of a file that is a single document, the items of a list.
   *
   * @param faults gets a fault for each line that is not a JSON object
   */
  List<Line> read(List<Fault> faults) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException("The file (" + path + ") cannot be read.", e);
    }
    return kind.isLines() ? lines(bytes, faults) : document(bytes, faults);
  }

  private List<Line> lines(byte[] bytes, List<Fault> faults) {
    var lines = new ArrayList<Line>();
    int number = 0;
    int start = 0;
    for (int end = 0; end <= bytes.length; end++) {
      if (end == bytes.length || bytes[end] == '\n') {
        number++;
        byte[] line = Arrays.copyOfRange(bytes, start, end);
        start = end + 1;
        String place = path.getFileName() + ":" + number;
        if (!isBlank(line)) {
          parse(line, place, lines, faults);
        }
      }
    }
    return lines;
  }

  private List<Line> document(byte[] bytes, List<Fault> faults) {
    var lines = new ArrayList<Line>();
    String name = String.valueOf(path.getFileName());
    try {
      JsonNode node = Json.read(bytes);
      if (node instanceof ArrayNode array) {
        int number = 0;
        for (JsonNode item : array) {
          number++;
          if (item instanceof ObjectNode object) {
            lines.add(new Line(name + "[" + number + "]", object));
          } else {
            faults.add(
                new Fault(name + "[" + number + "]", item.toString(), "It must be an object."));
          }
        }
      } else if (node instanceof ObjectNode object) {
        lines.add(new Line(name, object));
      } else {
        faults.add(new Fault(name, null, "The file must hold one JSON object or a list of them."));
      }
    } catch (JacksonException e) {
      faults.addAll(Json.malformed(name, e).faults());
    }
    return lines;
  }

  private static void parse(byte[] line, String place, List<Line> lines, List<Fault> faults) {
    try {
      lines.add(new Line(place, Json.parseObject(line, place)));
    } catch (Problem.Malformed e) {
      faults.addAll(e.faults());
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
