package praya.alert;

import java.time.Instant;
import java.util.UUID;
import praya.domain.Language;

/**
 * A search that somebody keeps.
 *
 * @param language in which it was typed, and in which its feed is written
 * @param fed whether it has a feed
 */
record SavedSearch(
    UUID id,
    UUID account,
    String name,
    SearchState state,
    Language language,
    Memory memory,
    boolean fed) {

  /**
   * How it remembers what it found before.
   *
   * @param since when it was saved
   * @param wide it found too much to remember one by one: an organisation is new to it when it is
   *     new to the directory
   */
  record Memory(Instant since, boolean wide) {}
}
