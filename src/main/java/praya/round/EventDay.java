package praya.round;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A day on which the pairs of a round meet.
 *
 * @param starts the begin of the first slot
 * @param minutes how long a meeting is
 * @param pause minutes between two slots
 * @param rooms names of rooms; none means that there are enough
 * @param absences participant -> numbers of the slots, from 1, in which it is away
 */
public record EventDay(
    ZonedDateTime starts,
    int minutes,
    int pause,
    List<String> rooms,
    Map<String, Set<Integer>> absences) {}
