package praya.round;

import org.jspecify.annotations.Nullable;

/**
 * An organisation that takes part in a round.
 *
 * @param side null in a round of one pool; otherwise one of two, and pairs join the two
 * @param slots the most introductions it can take
 * @param floor how many introductions it should get before anybody gets more
 */
public record Participant(String id, @Nullable String side, int slots, int floor) {}
