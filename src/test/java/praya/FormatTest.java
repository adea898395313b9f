package praya;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * All Java sources are as google-java-format writes them. A build plugin would run in the JVM of
 * Maven, which may be too old for it; this test runs in ours.
 */
class FormatTest {
  private static final boolean FIX = Boolean.getBoolean("format.fix");

  @Test
  void sources_areFormatted() throws IOException {
    List<Path> wrong;
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      wrong =
          files.filter(file -> file.toString().endsWith(".java")).filter(this::differs).toList();
    }
    assertThat(wrong)
        .as("Not formatted. To rewrite them: mvn -q test -Dtest=FormatTest -Dformat.fix=true")
        .isEmpty();
  }

  /** Whether the file is not formatted, after rewriting it where that is asked for. */
  private boolean differs(Path file) {
    try {
      String source = Files.readString(file);
      String formatted =
          new Formatter()
              .formatSourceAndFixImports(RemoveUnusedImports.removeUnusedImports(source));
      if (FIX && !formatted.equals(source)) {
        Files.writeString(file, formatted);
      }
      return !FIX && !formatted.equals(source);
    } catch (IOException | FormatterException e) {
      throw new AssertionError("The file (" + file + ") cannot be formatted.", e);
    }
  }
}
