package praya.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.domain.Exchange;

/**
 * Where the needs of one organisation meet what another gives: its open offers, and the
 * capabilities of its entry.
 */
record Meetings(List<Meeting> byOffer, List<Meeting> byProfile) {
  /** Kinds of need that a capability alone can serve; data, money or a site have to be offered. */
  private static final Set<String> SERVED_BY_CAPABILITY = Set.of("capability", "evaluation");

  private static final Comparator<Meeting> BEST_FIRST =
      Comparator.comparingDouble((Meeting meeting) -> -meeting.coverage().share())
          .thenComparingDouble(meeting -> -meeting.sectorShare())
          .thenComparing(Meeting.IN_ORDER);

  static Meetings of(
      VisibleSheet seeker, VisibleSheet giver, CapabilityLikeness likeness, Weights.Likeness w) {
    List<Meeting> byOffer = new ArrayList<>();
    List<Meeting> byProfile = new ArrayList<>();
    Set<String> capabilities = seeker.needs().isEmpty() ? Set.of() : capabilitiesToGive(giver);
    for (Exchange need : seeker.needs()) {
      var topic = need.content().topic();
      for (Exchange offer : giver.offers()) {
        if (need.content().kind().equals(offer.content().kind())) {
          var offered = offer.content().topic();
          var coverage = likeness.coverage(topic.capabilities(), offered.capabilities());
          if (topic.capabilities().isEmpty()) {
            coverage = new CapabilityLikeness.Coverage(w.unspecified(), List.of());
          }
          addIfEnough(byOffer, new Meeting(need, offer, coverage, offered.sectors()), w);
        }
      }
      if (SERVED_BY_CAPABILITY.contains(need.content().kind())) {
        var coverage = likeness.coverage(topic.capabilities(), capabilities);
        var sectors = giver.organisation().profile().classification().sectors();
        addIfEnough(byProfile, new Meeting(need, null, coverage, sectors), w);
      }
    }
    byOffer.sort(BEST_FIRST);
    byProfile.sort(BEST_FIRST);
    return new Meetings(List.copyOf(byOffer), List.copyOf(byProfile));
  }

  /** What the entry names, without what the organisation itself seeks and does not offer. */
  private static Set<String> capabilitiesToGive(VisibleSheet giver) {
    Set<String> sought = new HashSet<>();
    giver.needs().stream()
        .filter(need -> SERVED_BY_CAPABILITY.contains(need.content().kind()))
        .forEach(need -> sought.addAll(need.content().topic().capabilities()));
    giver.offers().forEach(offer -> sought.removeAll(offer.content().topic().capabilities()));
    Set<String> given =
        new TreeSet<>(giver.organisation().profile().classification().capabilities());
    given.removeAll(sought);
    return given;
  }

  private static void addIfEnough(List<Meeting> meetings, Meeting meeting, Weights.Likeness w) {
    if (meeting.coverage().share() >= w.enough()) {
      meetings.add(meeting);
    }
  }

  Optional<Meeting> bestByOffer() {
    return byOffer.stream().findFirst();
  }

  Optional<Meeting> bestByProfile() {
    return byProfile.stream().findFirst();
  }

  Stream<Meeting> all() {
    return Stream.concat(byOffer.stream(), byProfile.stream());
  }

  /**
   * A need and what meets it.
   *
   * @param offer null when it is the entry that covers the need
   * @param coverage how much of the need's capabilities is covered
   * @param givenSectors sectors of the offer or of the entry
   */
  record Meeting(
      Exchange need,
      @Nullable Exchange offer,
      CapabilityLikeness.Coverage coverage,
      List<String> givenSectors) {

    /** By ids, an offer before the entry: breaks every tie between meetings of one pair. */
    static final Comparator<Meeting> IN_ORDER =
        Comparator.comparing((Meeting meeting) -> meeting.need().id())
            .thenComparing(meeting -> meeting.offer() == null)
            .thenComparing(meeting -> meeting.offer() == null ? "" : meeting.offer().id());

    List<String> commonSectors() {
      return need.content().topic().sectors().stream().filter(givenSectors::contains).toList();
    }

    /** Whether every capability of the need is there, or the need names none. */
    boolean isFull() {
      return coverage.share() == 1 || need.content().topic().capabilities().isEmpty();
    }

    /** How many of the need's sectors the other side knows, 0 to 1. */
    double sectorShare() {
      int wanted = need.content().topic().sectors().size();
      return wanted == 0 ? 0 : (double) commonSectors().size() / wanted;
    }
  }
}
