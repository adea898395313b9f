package praya.search.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import praya.search.Indexed;
import praya.search.SeedData;
import praya.search.text.Marker.Mark;

/** What the marker passes over without a look must hold no mark. */
class MarkerTest {
  @Test
  void find_everyWordOfTheSeedJoined_isFoundByItsStem() {
    Stemmer stemmer = new Stemmer();
    for (String word : words()) {
      String stem = stemmer.stem(word);
      Marker marker = new Marker();
      marker.seek(List.of(stem), 0, true);
      for (int cut = 1; cut < word.length(); cut++) {
        String left = word.substring(0, cut);
        String right = word.substring(cut);
        boolean itself = stemmer.stem(left).equals(stem) || stemmer.stem(right).equals(stem);
        if (!itself && ScannedText.head(stem) == ScannedText.head(word)) {
          assertThat(marker.find(ScannedText.of("the " + left + " " + right)))
              .as("%s cut at %s", word, cut)
              .containsExactly(new Mark(4, word.length() + 5, 0, true));
        }
      }
    }
  }

  private static TreeSet<String> words() {
    TreeSet<String> words = new TreeSet<>();
    for (Indexed indexed : SeedData.all()) {
      String text = String.valueOf(indexed.sheet().organisation().entry().profile().summary().en());
      Word.of(text).stream()
          .map(Word::folded)
          .filter(word -> word.matches("[a-z]{4,}"))
          .forEach(words::add);
    }
    words.addAll(List.of("possibility", "biliti", "dying", "gently", "skies", "rationalization"));
    return words;
  }
}
