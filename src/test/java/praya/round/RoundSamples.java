package praya.round;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random rounds that follow from a seed. */
final class RoundSamples {
  private RoundSamples() {}

  /** A round of one pool or of two sides, with every pair a candidate by chance. */
  static RoundRequest random(Random random, boolean twoSided, int people, double density) {
    List<Participant> participants = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      int slots = random.nextInt(4);
      int floor = random.nextInt(4) == 0 ? 0 : Math.min(slots, 1 + random.nextInt(2));
      String side = i % 2 == 0 ? "left" : "right";
      participants.add(new Participant("p" + i, twoSided ? side : null, slots, floor));
    }
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      for (int j = i + 1; j < people; j++) {
        if (random.nextDouble() < density && (!twoSided || (j - i) % 2 == 1)) {
          boolean turn = random.nextBoolean();
          candidates.add(
              Candidate.of(
                  "p" + (turn ? j : i),
                  "p" + (turn ? i : j),
                  random.nextInt(12) * 1000L,
                  random.nextInt(12) * 1000L));
        }
      }
    }
    return RoundRequest.of(participants, candidates);
  }
}
