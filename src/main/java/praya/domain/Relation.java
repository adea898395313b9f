package praya.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A known tie between two organisations. It reads from left to right: A supplies B. */
public record Relation(String id, long version, UUID fromId, UUID toId, Content content) {

  /**
   * What is written about it.
   *
   * @param from slug of the organisation whose fact it is
   * @param type a code of {@link Vocabulary#RELATION_TYPES}
   * @param since a year, a month or a day: {@code 2025}, {@code 2025-03}, {@code 2025-03-14}
   */
  public record Content(
      String from,
      String to,
      String type,
      LocalText fact,
      @Nullable String since,
      String source,
      boolean fictional) {
    /** The same, told of these two. */
    public Content between(String one, String other) {
      return new Content(one, other, type, fact, since, source, fictional);
    }
  }
}
