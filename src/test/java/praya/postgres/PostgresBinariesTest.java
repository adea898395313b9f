package praya.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unpacking the programs: once, whoever comes first, and nothing outside the cache. */
class PostgresBinariesTest {

  @TempDir Path folder;

  @Test
  void in_fromTwoSidesAtOnce_leavesOneWholeCopy() throws Exception {
    try (var sides = Executors.newFixedThreadPool(2)) {
      Callable<PostgresBinaries> unpacking = () -> PostgresBinaries.in(folder);
      for (var side : sides.invokeAll(List.of(unpacking, unpacking))) {
        assertThat(Path.of(side.get().program("postgres"))).isExecutable();
        assertThat(Path.of(side.get().program("initdb"))).isExecutable();
      }
    }
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void unpack_entryThatLeadsOut_isRefused() throws IOException {
    for (String name : List.of("../outside", "bin/../../outside", "/outside")) {
      Path target = Files.createTempDirectory(folder, "target");
      assertThatThrownBy(() -> PostgresBinaries.unpack(tar(file(name)), target))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("leads out");
    }
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @Test
  void unpack_linkThatLeadsOut_isRefused() {
    for (String aim : List.of("../outside", "/etc/passwd", "inside/../../../x")) {
      assertThatThrownBy(() -> PostgresBinaries.unpack(tar(link("lib", aim)), folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("leads out");
    }
  }

  @Test
  void unpack_linkInside_isKept() throws IOException {
    PostgresBinaries.unpack(tar(file("lib/a.so.1"), link("lib/a.so", "a.so.1")), folder);
    assertThat(folder.resolve("lib/a.so").toRealPath().getFileName()).hasToString("a.so.1");
  }

  private static TarArchiveEntry file(String name) {
    return new TarArchiveEntry(name, true);
  }

  private static TarArchiveEntry link(String name, String aim) {
    var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(aim);
    return entry;
  }

  private static InputStream tar(TarArchiveEntry... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      for (var entry : entries) {
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
