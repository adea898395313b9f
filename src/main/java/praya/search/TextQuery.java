package praya.search;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import praya.search.text.Marker;
import praya.search.text.Question.Part;

/**
 * A text as a query to the index, with what shows its words in the hits.
 *
 * @param parts what a hit should have, numbered as the marks are
 * @param marker null when there is no word to mark
 * @param alsoSearched synonyms and corrections, as people write them
 * @param sounds keys of {@link praya.search.text.Sounds} that names were sought by, with their part
 */
record TextQuery(
    List<Part> parts,
    Query query,
    @Nullable Marker marker,
    List<String> alsoSearched,
    Map<String, Integer> sounds) {
  TextQuery {
    sounds = Map.copyOf(sounds);
    parts = List.copyOf(parts);
    alsoSearched = List.copyOf(alsoSearched);
  }

  /** Another query that shows the same words, told as the given ones tell it. */
  TextQuery with(Query other, List<String> also) {
    return new TextQuery(parts, other, marker, also, sounds);
  }
}
