package praya.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a file that PostgreSQL writes line by line while it starts. */
class PostmasterFileTest {

  @TempDir Path data;

  @Test
  void read_whileItGrows_saysWhatIsKnown() throws IOException {
    assertThat(PostmasterFile.read(data)).isEmpty();
    assertThat(read("")).isEmpty();
    assertThat(read("not a number\n")).isEmpty();
    assertThat(read("4711\n/data\n")).contains(new PostmasterFile(4711, 0, false));
    assertThat(read("4711\n/data\n1700000000\n5432\n\n127.0.0.1\n123 456\nstarting\n"))
        .contains(new PostmasterFile(4711, 5432, false));
    assertThat(read("4711\n/data\n1700000000\n5432\n\n127.0.0.1\n123 456\nready   \n"))
        .contains(new PostmasterFile(4711, 5432, true));
  }

  @Test
  void read_ofASingleUserServer_knowsTheProcess() throws IOException {
    assertThat(read("-4711\n/data\n")).contains(new PostmasterFile(4711, 0, false));
  }

  private Optional<PostmasterFile> read(String text) throws IOException {
    Files.writeString(PostmasterFile.path(data), text);
    return PostmasterFile.read(data);
  }
}
