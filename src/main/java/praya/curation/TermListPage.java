package praya.curation;

import java.util.List;
import praya.http.Frame;
import praya.http.Phrase;

/**
 * The terms of a vocabulary.
 *
 * @param vocabularies to choose from
 * @param extensible whether terms can be added
 */
public record TermListPage(
    String vocabulary, List<Frame.Choice> vocabularies, List<Row> rows, boolean extensible) {
  public TermListPage {
    vocabularies = List.copyOf(vocabularies);
    rows = List.copyOf(rows);
  }

  /**
   * A term.
   *
   * @param depth 1 below a group, else 0
   */
  public record Row(String href, Phrase label, String code, int depth, List<String> synonyms) {
    public Row {
      synonyms = List.copyOf(synonyms);
    }
  }
}
