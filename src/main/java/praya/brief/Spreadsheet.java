package praya.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import praya.http.Frame;

/** The sheet of vendors as an XLSX file. Every cell is a text, so none is ever a formula. */
final class Spreadsheet {
  private static final int LABEL_WIDTH = 26;
  private static final int VENDOR_WIDTH = 48;

  private Spreadsheet() {}

  static byte[] of(ComparePage page, Frame frame) {
    var bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "Praya", "1.0")) {
      Worksheet sheet = book.newWorksheet(frame.say("brief.compare.sheet"));
      sheet.width(0, LABEL_WIDTH);
      sheet.freezePane(1, 1);
      for (int i = 0; i < page.heads().size(); i++) {
        ComparePage.Head head = page.heads().get(i);
        String mark = head.fictional() ? " (" + frame.say("fictional.mark") + ")" : "";
        sheet.width(i + 1, VENDOR_WIDTH);
        sheet.value(0, i + 1, head.name().text() + mark);
        sheet.style(0, i + 1).bold().set();
      }
      for (int i = 0; i < page.rows().size(); i++) {
        ComparePage.Row row = page.rows().get(i);
        sheet.value(i + 1, 0, row.label());
        sheet.style(i + 1, 0).bold().set();
        for (int j = 0; j < row.cells().size(); j++) {
          sheet.value(i + 1, j + 1, row.cells().get(j).text().text());
          sheet.style(i + 1, j + 1).wrapText(true).set();
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return bytes.toByteArray();
  }
}
