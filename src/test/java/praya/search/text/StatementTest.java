package praya.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import praya.search.text.Statement.Clause;
import praya.search.text.Statement.Item;

class StatementTest {
  /** The plain words, then the clauses: alternatives with a bar, fields, phrases in brackets. */
  private static String read(String text) {
    Statement statement = Statement.read(text);
    StringBuilder shown = new StringBuilder(statement.plain());
    for (Clause clause : statement.clauses()) {
      List<String> items = clause.items().stream().map(StatementTest::item).toList();
      shown.append(clause.negative() ? " -" : " +").append(String.join("|", items));
    }
    return shown.toString().strip();
  }

  private static String item(Item item) {
    return (item.field() == null ? "" : item.field() + ":")
        + (item.phrase() ? "[" + item.text() + "]" : item.text());
  }

  @Test
  void signs_thatPeopleKnow_areRead() {
    assertThat(read("\"hong kong\" bank")).isEqualTo("bank +[hong kong]");
    assertThat(read("「香港大學」 研究")).isEqualTo("研究 +[香港大學]");
    assertThat(read("bank -crypto")).isEqualTo("bank -crypto");
    assertThat(read("bank -\"real estate\" －sector:insurance"))
        .isEqualTo("bank -[real estate] -SECTOR:insurance");
    assertThat(read("bank OR insurer fraud")).isEqualTo("fraud +bank|insurer");
    assertThat(read("bank|insurer")).isEqualTo("bank|insurer");
    assertThat(read("bank | insurer | broker")).isEqualTo("+bank|insurer|broker");
    assertThat(read("name:lion sector:fintech")).isEqualTo("+NAME:lion +SECTOR:fintech");
    assertThat(read("ＮＡＭＥ：lion")).isEqualTo("+NAME:lion");
    assertThat(read("名稱：商湯 行业:医疗")).isEqualTo("+NAME:商湯 +SECTOR:医疗");
    assertThat(read("need:\"speech data\"")).isEqualTo("+NEED:[speech data]");
  }

  @Test
  void whatIsNoSign_isPlainWords() {
    for (String text :
        List.of(
            "fin-tech",
            "clare.ai",
            "a - b",
            "--",
            "OR",
            "or",
            "http://praya.hk",
            "10:30",
            "-",
            "")) {
      assertThat(Statement.read(text).clauses()).as(text).isEmpty();
      assertThat(read(text)).as(text).isEqualTo(text.strip());
    }
    assertThat(read("bank OR")).isEqualTo("bank OR");
    assertThat(read("OR bank")).isEqualTo("OR bank");
    assertThat(read("\"open quote")).isEqualTo("open quote");
    assertThat(read("name: lion")).isEqualTo("name: lion");
    assertThat(read("colour:red")).isEqualTo("colour:red");
    assertThat(read("\"\" bank")).isEqualTo("bank");
  }

  @Test
  void manySigns_areReadUpToALimit() {
    assertThat(Statement.read("-a ".repeat(60)).clauses()).hasSize(16);
    assertThat(Statement.read("\"a\" ".repeat(50)).clauses()).hasSize(16);
    assertThat(Statement.read("a OR ".repeat(39) + "a").clauses())
        .allSatisfy(clause -> assertThat(clause.items()).hasSizeLessThanOrEqualTo(8));
    assertThat(Statement.read("-\"".repeat(32_768)).clauses()).isEmpty();
  }
}
