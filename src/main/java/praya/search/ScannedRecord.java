package praya.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import praya.search.text.ScannedText;

/** A {@link HitRecord} whose texts are cut into words. */
record ScannedRecord(UUID id, String slug, List<Text> texts) {
  ScannedRecord {
    texts = List.copyOf(texts);
  }

  record Text(Source source, ScannedText scanned) {}

  /**
   * @param strings of words that other records have as well
   */
  static ScannedRecord of(HitRecord record, Map<String, String> strings) {
    List<Text> texts = new ArrayList<>();
    for (HitRecord.Text text : record.texts()) {
      texts.add(new Text(text.source(), ScannedText.of(text.text(), strings)));
    }
    return new ScannedRecord(record.id(), record.slug(), texts);
  }
}
