package praya.stewardship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.history.FieldWords;
import praya.http.Phrase;

/**
 * A queue of staff: what waits for a decision, longest first.
 *
 * @param queue a word: {@code claims}, {@code proposals}, {@code delistings}
 * @param done what can be taken back; only delistings can
 * @param fault why the last decision was refused, in English; null for nothing
 */
public record DeskPage(String queue, List<Item> items, List<Item> done, @Nullable String fault) {
  public DeskPage {
    items = List.copyOf(items);
    done = List.copyOf(done);
  }

  /**
   * Something to decide.
   *
   * @param kind a word: {@code claims}, {@code delistings}; of a proposal that of its kind
   * @param who the person who asked, as staff may see them
   */
  public record Item(
      String id,
      String kind,
      Phrase name,
      String slug,
      String who,
      Asked asked,
      List<FieldWords.Line> lines) {
    public Item {
      lines = List.copyOf(lines);
    }
  }

  /**
   * When it was asked, and what with.
   *
   * @param facts what there is to know beside the note, in words
   */
  public record Asked(String when, @Nullable String note, List<String> facts) {
    public Asked {
      facts = List.copyOf(facts);
    }
  }
}
