package praya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that bytecode does not show: sizes, maps of packages, docs of types. */
class SourceRulesTest {
  private static final Path MAIN = Path.of("src/main/java");

  /** A wall, not an aim: the median should stay near 60 lines. */
  private static final int MOST_LINES = 400;

  private static final Pattern DOCUMENTED_TYPE =
      Pattern.compile(
          "(?m)(\\*/|^///.*)\\R(@.*\\R( .*\\R)*)*"
              + "(public |final |abstract |sealed |non-sealed )*(class|record|enum|@?interface) ");

  @Test
  void sources_areShort() throws IOException {
    List<Path> tooLong =
        javaFiles(Path.of("src")).stream()
            .filter(file -> read(file).lines().count() >= MOST_LINES)
            .toList();
    assertThat(tooLong).isEmpty();
  }

  @Test
  void packages_haveAMapAndAreNullMarked() throws IOException {
    List<Path> unmapped =
        javaFiles(MAIN).stream()
            .map(Path::getParent)
            .distinct()
            .filter(folder -> !isMap(folder.resolve("package-info.java")))
            .toList();
    assertThat(unmapped).isEmpty();
  }

  @Test
  void types_sayWhatTheyAre() throws IOException {
    List<Path> undocumented =
        javaFiles(MAIN).stream()
            .filter(file -> !file.endsWith("package-info.java"))
            .filter(file -> !DOCUMENTED_TYPE.matcher(read(file)).find())
            .toList();
    assertThat(undocumented).isEmpty();
  }

  private static boolean isMap(Path file) {
    return Files.exists(file)
        && read(file).startsWith("/**")
        && read(file).contains("@NullMarked\npackage ");
  }

  private static List<Path> javaFiles(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError("The file (" + file + ") cannot be read.", e);
    }
  }
}
