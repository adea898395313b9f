package praya.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import praya.csv.CsvFile.Row;
import praya.domain.Fault;

class CsvFileTest {
  private static final List<String> COLUMNS = List.of("from", "to", "date");

  @TempDir private Path folder;
  private final List<Row> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  @Test
  void cells_areFoundByHeader_whateverTheOrderAndTheSeparator() throws IOException {
    for (String separator : List.of(",", ";", "\t")) {
      read("\uFEFFDate,note,TO,From\n2026-01-02,\"a, b\",y,x\n".replace(",", separator));
      assertThat(faults).isEmpty();
      assertThat(rows).hasSize(1);
      assertThat(rows.getFirst().place()).isEqualTo("ties.csv:2");
      assertThat(rows.getFirst().cell("from")).isEqualTo("x");
      assertThat(rows.getFirst().cell("to")).isEqualTo("y");
      assertThat(rows.getFirst().cell("date")).isEqualTo("2026-01-02");
    }
  }

  @Test
  void cells_withoutHeader_standInOrder_andRemarksArePassedOver() throws IOException {
    read("# SNAP\n% konect\n\n1 2\n3 4 2026\n");
    assertThat(faults).isEmpty();
    assertThat(rows.stream().map(row -> row.cell("from") + row.cell("to") + row.cell("date")))
        .containsExactly("12", "342026");
  }

  @Test
  void rowsThatLackACell_areFaultsWithTheirLine_andTheOthersStay() throws IOException {
    read("from,to\na,b\nc\n,d\ne,f\n");
    assertThat(rows).hasSize(2);
    assertThat(faults.stream().map(Fault::field)).containsExactly("ties.csv:3", "ties.csv:4");
  }

  @Test
  void filesThatAreNone_areFaults() throws IOException {
    read("");
    assertThat(faults.getFirst().message()).contains("no row");
    read("from,date\na,b\n");
    assertThat(faults.getFirst().message()).contains("lacks to");
    read("a,\"b\nc,d\n");
    assertThat(faults.getFirst().message()).contains("quotation mark");
    faults.clear();
    Path file = folder.resolve("ties.csv");
    Files.write(file, "a,b\nä,c\n".getBytes(StandardCharsets.ISO_8859_1));
    new CsvFile(file, COLUMNS, 2).forEach(rows::add, faults::add);
    assertThat(faults.getFirst().message()).contains("UTF-8");
    faults.clear();
    new CsvFile(folder.resolve("none.csv"), COLUMNS, 2).forEach(rows::add, faults::add);
    assertThat(faults.getFirst().message()).contains("cannot be read");
  }

  private void read(String text) throws IOException {
    rows.clear();
    faults.clear();
    Path file = folder.resolve("ties.csv");
    Files.writeString(file, text);
    new CsvFile(file, COLUMNS, 2).forEach(rows::add, faults::add);
  }
}
