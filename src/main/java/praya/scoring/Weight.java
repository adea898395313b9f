package praya.scoring;

import java.util.Arrays;
import java.util.Optional;

/**
 * A number of the engine that staff may change: its code, its range, and whether it is whole. What
 * each means stands with its namesake in {@link Weights}.
 */
public enum Weight {
  NEED_OFFER("needOffer", Group.MAXIMA, 0, 100),
  NEED_PROFILE("needProfile", Group.MAXIMA, 0, 100),
  TAKER("taker", Group.MAXIMA, 0, 100),
  SECTOR("sector", Group.MAXIMA, 0, 100),
  SHARED_RELATION("sharedRelation", Group.MAXIMA, 0, 100),
  COMPUTE("compute", Group.MAXIMA, 0, 100),
  FRESHNESS("freshness", Group.MAXIMA, 0, 100),

  KNOWN_LAYER("knownLayer", Group.KNOWN, 0, 100),
  KNOWN_CAPABILITY("knownCapability", Group.KNOWN, 0, 100),
  KNOWN_TAKER("knownTaker", Group.KNOWN, 0, 100),
  KNOWN_SECTOR("knownSector", Group.KNOWN, 0, 100),
  KNOWN_CONFIRMED("knownConfirmed", Group.KNOWN, 0, 100),

  GROUP_OF_TERM("groupOfTerm", Group.LIKENESS, 0, 1),
  SAME_GROUP("sameGroup", Group.LIKENESS, 0, 1),
  ENOUGH("enough", Group.LIKENESS, 0, 1),
  UNSPECIFIED("unspecified", Group.LIKENESS, 0, 1),
  PROFILE_ONLY("profileOnly", Group.LIKENESS, 0, 1),

  SHARED_RELATION_FULL("sharedRelationFull", Group.SCALE, 0.01, 10),
  FRESH_DAYS("freshDays", Group.SCALE, 1, 3650),
  STALE_DAYS("staleDays", Group.SCALE, 2, 3650);

  /** Which part of {@link Weights} a number belongs to. */
  public enum Group {
    /** The most points of a criterion; together they make 100. */
    MAXIMA("maxima"),
    /** The most points where a side has stated nothing. */
    KNOWN("known"),
    /** Shares, 0 to 1. */
    LIKENESS("likeness"),
    /** Where measures reach their full points. */
    SCALE("scale");

    private final String code;

    Group(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private final String code;
  private final Group group;
  private final double least;
  private final double most;

  Weight(String code, Group group, double least, double most) {
    this.code = code;
    this.group = group;
    this.least = least;
    this.most = most;
  }

  public String code() {
    return code;
  }

  public Group group() {
    return group;
  }

  public double least() {
    return least;
  }

  public double most() {
    return most;
  }

  /** Whether it counts points or days. */
  public boolean whole() {
    return group == Group.MAXIMA
        || group == Group.KNOWN
        || this == FRESH_DAYS
        || this == STALE_DAYS;
  }

  public static Optional<Weight> find(String code) {
    return Arrays.stream(values()).filter(weight -> weight.code.equals(code)).findFirst();
  }

  /** The number in these weights. */
  public double in(Weights weights) {
    Weights.Maxima maxima = weights.maxima();
    Weights.Known known = weights.known();
    Weights.Likeness likeness = weights.likeness();
    Weights.Scale scale = weights.scale();
    return switch (this) {
      case NEED_OFFER -> maxima.needOffer();
      case NEED_PROFILE -> maxima.needProfile();
      case TAKER -> maxima.taker();
      case SECTOR -> maxima.sector();
      case SHARED_RELATION -> maxima.sharedRelation();
      case COMPUTE -> maxima.compute();
      case FRESHNESS -> maxima.freshness();
      case KNOWN_LAYER -> known.layer();
      case KNOWN_CAPABILITY -> known.capability();
      case KNOWN_TAKER -> known.taker();
      case KNOWN_SECTOR -> known.sector();
      case KNOWN_CONFIRMED -> known.confirmed();
      case GROUP_OF_TERM -> likeness.groupOfTerm();
      case SAME_GROUP -> likeness.sameGroup();
      case ENOUGH -> likeness.enough();
      case UNSPECIFIED -> likeness.unspecified();
      case PROFILE_ONLY -> likeness.profileOnly();
      case SHARED_RELATION_FULL -> scale.sharedRelation();
      case FRESH_DAYS -> scale.freshDays();
      case STALE_DAYS -> scale.staleDays();
    };
  }
}
