package praya.search;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Profile;
import praya.domain.Sheet;
import praya.json.Json;

/**
 * The organisations of a comparison: the real ones of the seed for 365, generated ones for any
 * other number. As lines of JSON, which all programs that are compared read, each has its texts,
 * its codes, and the same JSON that a hit gives back.
 */
public final class SpeedDocuments {
  private static final int STEP = 2_000;

  private SpeedDocuments() {}

  /** Gives them step by step. */
  public static void forEachStep(int size, Consumer<List<Indexed>> taker) {
    if (size == 365) {
      taker.accept(SeedData.real());
      return;
    }
    var generated = new GeneratedOrganisations();
    for (int done = 0; done < size; done += STEP) {
      taker.accept(generated.next(Math.min(STEP, size - done)));
    }
  }

  /**
   * @param arguments how many, the file to write
   */
  public static void main(String[] arguments) throws IOException {
    write(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
  }

  static void write(int size, Path file) throws IOException {
    try (OutputStream out =
        new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      forEachStep(
          size,
          step -> {
            try {
              for (Indexed each : step) {
                out.write(Json.bytes(line(each)));
                out.write('\n');
              }
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private static Map<String, @Nullable Object> line(Indexed indexed) {
    Sheet sheet = indexed.sheet();
    Organisation organisation = sheet.organisation();
    Profile profile = organisation.profile();
    var line = new LinkedHashMap<String, @Nullable Object>();
    line.put("id", organisation.id().toString());
    line.put("slug", organisation.slug());
    line.put("name", texts(Stream.of(profile.name())) + " " + String.join(" ", profile.aliases()));
    line.put("summary", texts(Stream.of(profile.summary())));
    line.put(
        "more",
        texts(
            Stream.concat(sheet.needs().stream(), sheet.offers().stream())
                .flatMap(exchange ->
                    Stream.of(
                        exchange.content().wording().title(),
                        exchange.content().wording().text()))));
    line.put("kind", List.of(profile.kind()));
    line.put("layer", profile.classification().layers());
    line.put("sector", profile.classification().sectors());
    line.put("capability", profile.classification().capabilities());
    line.put("holds", List.of(String.valueOf(organisation.holdsAllocation())));
    line.put("json", Json.read(indexed.json()));
    return line;
  }

  private static String texts(Stream<LocalText> texts) {
    List<String> all = new ArrayList<>();
    texts.forEach(text -> {
      for (String each : new @Nullable String[] {text.en(), text.zhHant(), text.zhHans()}) {
        if (each != null) {
          all.add(each);
        }
      }
    });
    return String.join(" ", all);
  }
}
