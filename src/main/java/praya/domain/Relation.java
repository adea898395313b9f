package praya.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A known tie between two organisations. It reads from left to right: A supplies B. It is the own
 * of the left one, whose fact it is; whoever sees it must see both.
 */
public record Relation(String id, long version, UUID fromId, UUID toId, Content content) {

  /**
   * What is written about it.
   *
   * @param type a code of {@link Vocabulary#RELATION_TYPES}
   * @param since a year, a month or a day: {@code 2025}, {@code 2025-03}, {@code 2025-03-14}
   */
  public record Content(
      Ends ends,
      String type,
      LocalText fact,
      @Nullable String since,
      String source,
      boolean fictional,
      Visibility visibility) {

    /** A public relation. */
    public Content(
        String from,
        String to,
        String type,
        LocalText fact,
        @Nullable String since,
        String source,
        boolean fictional) {
      this(new Ends(from, to), type, fact, since, source, fictional, Visibility.PUBLIC);
    }

    /** The same for other readers. */
    public Content with(Visibility other) {
      return new Content(ends, type, fact, since, source, fictional, other);
    }

    public String from() {
      return ends.from();
    }

    public String to() {
      return ends.to();
    }

    /** The same, told of these two. */
    public Content between(String one, String other) {
      return new Content(new Ends(one, other), type, fact, since, source, fictional, visibility);
    }
  }

  /**
   * The two organisations by their slugs.
   *
   * @param from whose fact it is
   */
  public record Ends(String from, String to) {}
}
