package praya.evaluation;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import praya.domain.Problem;
import praya.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** A file with a JSON object in each line, read one line at a time: it may be of any size. */
record JsonLines(Path file) {
  private static final int BUFFER = 1 << 16;

  /** What editors put before a text to tell that it is UTF-8. */
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /** An object and where it stands: {@code documents.jsonl:14}. */
  record Line(String place, ObjectNode object) {}

  /** Tells every object; a line that is none becomes a fault, a blank one is passed over. */
  void forEach(Consumer<Line> told, Faults faults) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      faults.add("file", file.toString(), "The file cannot be read. Maybe the name is misspelt.");
      return;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      int number = 0;
      Bytes line = new Bytes();
      for (int b = in.read(); ; b = in.read()) {
        if (b != '\n' && b >= 0) {
          line.write(b);
          continue;
        }
        number++;
        if (line.startsWithMark() && number == 1) {
          line.dropMark();
        }
        if (!line.isBlank()) {
          tell(line.toByteArray(), file.getFileName() + ":" + number, told, faults);
        }
        line.reset();
        if (b < 0) {
          return;
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("The file (" + file + ") cannot be read.", failure);
    }
  }

  private static void tell(byte[] line, String place, Consumer<Line> told, Faults faults) {
    ObjectNode object;
    try {
      object = Json.parseObject(line, place);
    } catch (Problem.Malformed malformed) {
      malformed.faults().forEach(faults::add);
      return;
    }
    told.accept(new Line(place, object));
  }

  /** The bytes of a line, kept in an array that is used again. */
  private static final class Bytes extends ByteArrayOutputStream {
    /** One thread reads, so it pays for no lock. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public void write(int b) {
      if (count == buf.length) {
        buf = java.util.Arrays.copyOf(buf, count * 2);
      }
      buf[count++] = (byte) b;
    }

    boolean startsWithMark() {
      return count >= MARK.length && java.util.Arrays.equals(buf, 0, 3, MARK, 0, 3);
    }

    void dropMark() {
      count -= MARK.length;
      System.arraycopy(buf, MARK.length, buf, 0, count);
    }

    boolean isBlank() {
      for (int i = 0; i < count; i++) {
        if (buf[i] != ' ' && buf[i] != '\t' && buf[i] != '\r') {
          return false;
        }
      }
      return true;
    }
  }
}
