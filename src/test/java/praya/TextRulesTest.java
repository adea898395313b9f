package praya;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Rules for every text file of the repository, whatever its language. The patterns are put together
 * from parts where this file would break its own rule.
 */
class TextRulesTest {
  private static final Pattern LEFT_FOR_LATER =
      Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
  private static final Pattern SKIPPED_TEST =
      Pattern.compile("@Dis" + "abled|\\bassume(True|False|That)\\b|\\bassuming" + "That\\b");

  /** Folders of one machine. An address on the web may have such a folder after its host. */
  private static final Pattern MACHINE_PATH =
      Pattern.compile("(?<![\\w.:/-])/(home|root|Users|work|tmp)/\\w|\\b[A-Z]:\\\\\\\\?\\w+\\\\");

  private static final Pattern AMERICAN =
      Pattern.compile(
          "\\b([Oo]rganiz(ation|e|ing)|[Nn]eighbor|[Bb]ehavior|[Cc]anceled|[Ll]abel(ed|ing)\\b"
              + "|[Mm]odel(ed|ing)\\b|[Cc]atalog\\b|[Ff]avorite)");

  /** The words of schema.org, of CSS and of the browser are not ours to spell. */
  private static final Pattern FOREIGN_WORD =
      Pattern.compile("schema\\.org|@type|\"Organization\"|scroll-behavior|overscroll-behavior");

  private static final Pattern AMERICAN_CENTRE = Pattern.compile("\\b[Cc]enters?\\b");

  @Test
  void nothing_isLeftForLater() throws Exception {
    assertThat(linesWith(LEFT_FOR_LATER, file -> true)).isEmpty();
  }

  @Test
  void tests_areNeverSkipped() throws Exception {
    assertThat(linesWith(SKIPPED_TEST, file -> file.startsWith("src"))).isEmpty();
  }

  @Test
  void paths_ofOneMachineAreNotWrittenDown() throws Exception {
    assertThat(linesWith(MACHINE_PATH, file -> true)).isEmpty();
  }

  @Test
  void spelling_isBritish() throws Exception {
    List<String> found = new ArrayList<>(linesWith(AMERICAN, TextRulesTest::isOurs));
    found.addAll(linesWith(AMERICAN_CENTRE, TextRulesTest::isProse));
    found.removeIf(line -> FOREIGN_WORD.matcher(line).find());
    assertThat(found).isEmpty();
  }

  /** Seed data and names of the outside world are spelt as their sources spell them. */
  private static boolean isOurs(Path file) {
    return !file.startsWith("seed-data") && !file.endsWith("TextRulesTest.java");
  }

  /** In style sheets and scripts the word is the language's own. */
  private static boolean isProse(Path file) {
    return isOurs(file) && file.toString().matches(".*\\.(md|yaml|sql)");
  }

  private static List<String> linesWith(Pattern pattern, Predicate<Path> among) throws Exception {
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      if (among.test(file)) {
        int number = 0;
        for (String line : lines(file)) {
          number++;
          if (pattern.matcher(line).find()) {
            found.add(file + ":" + number + ": " + line.trim());
          }
        }
      }
    }
    return found;
  }

  /** The lines of a text file; none of a picture or another file that is not text. */
  private static List<String> lines(Path file) throws IOException {
    try {
      return Files.readAllLines(file);
    } catch (MalformedInputException e) {
      return List.of();
    }
  }

  /** What belongs to the repository: all files but those that git is told to ignore. */
  private static List<Path> files() throws Exception {
    Process git =
        new ProcessBuilder("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(git.waitFor()).as("git ls-files").isZero();
    List<Path> files = Pattern.compile("\0").splitAsStream(names).map(Path::of).toList();
    assertThat(files).isNotEmpty();
    return files.stream().filter(Files::isRegularFile).toList();
  }
}
