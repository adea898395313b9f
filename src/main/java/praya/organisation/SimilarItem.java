package praya.organisation;

import java.util.List;
import praya.http.Phrase;

/**
 * An organisation that is like the one of the page.
 *
 * @param score 1 to 100
 * @param shared what both have, in words, most telling first
 */
public record SimilarItem(Names names, boolean fictional, int score, List<Phrase> shared) {
  public SimilarItem {
    shared = List.copyOf(shared);
  }
}
