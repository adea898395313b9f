package praya.scoring;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import praya.domain.LocalText;
import praya.domain.Reason;
import praya.domain.Reason.Fact;
import praya.domain.Relation;
import praya.graph.EcosystemGraph.SharedNeighbour;

/**
 * Both sides have relations with the same organisations, measured by resource allocation: the fewer
 * others know the shared one, the more it says. Relations are documented facts, so this counts
 * whether or not anything was stated.
 */
final class SharedRelation implements Criterion {
  private static final String CODE = "shared-relation";

  /** Enough to recognise the tie; the rest is on the pages of the two organisations. */
  private static final int NAMED = 3;

  private static final LocalText SHARED =
      new LocalText(
          "%1$s and %2$s both have a known relation with %3$s.",
          "%1$s與%2$s均與%3$s有已知的關係。", "%1$s与%2$s均与%3$s有已知的关系。");
  private static final LocalText HUB =
      new LocalText(
          "%1$s and %2$s share only relations with %3$s, whom so many know that it says nothing.",
          "%1$s與%2$s只同與%3$s有關係，而後者聯繫甚廣，未足以說明甚麼。", "%1$s与%2$s只同与%3$s有关系，而后者联系甚广，未足以说明什么。");
  private static final LocalText NONE =
      new LocalText(
          "%1$s and %2$s have no relation in common.",
          "%1$s與%2$s沒有共同的已知關係。", "%1$s与%2$s没有共同的已知关系。");
  private static final LocalText COUNT =
      new LocalText("Known relations: %1$s", "已知關係：%1$s", "已知关系：%1$s");

  @Override
  public int maximum(Weights weights) {
    return weights.maxima().sharedRelation();
  }

  @Override
  public Optional<Reason> judge(Pairing pairing) {
    List<SharedNeighbour> shared = shared(pairing);
    double allocation = 0;
    for (SharedNeighbour neighbour : shared) {
      allocation += 1.0 / neighbour.degree();
    }
    double share = Math.min(1, allocation / pairing.weights().scale().sharedRelation());
    int points = Weights.part(maximum(pairing.weights()), share);
    return points == 0 ? Optional.empty() : Optional.of(reason(pairing, points, SHARED, shared));
  }

  private static List<SharedNeighbour> shared(Pairing pairing) {
    return pairing
        .surroundings()
        .graph()
        .shared(pairing.own().organisation().id(), pairing.other().organisation().id());
  }

  private static Reason reason(
      Pairing pairing, int points, LocalText pattern, List<SharedNeighbour> shared) {
    List<SharedNeighbour> rarestFirst =
        shared.stream().sorted(Comparator.comparingInt(SharedNeighbour::degree)).toList();
    SharedNeighbour rarest = rarestFirst.getFirst();
    List<LocalText> names = rarestFirst.stream().limit(NAMED).map(n -> name(pairing, n)).toList();
    return pairing.reason(
        CODE,
        points,
        pairing
            .sentences()
            .say(pattern, pairing.ownName(), pairing.otherName(), pairing.sentences().list(names)),
        new Pairing.Facts(
            fact(pairing.own(), rarest.withFirst().getFirst()),
            fact(pairing.other(), rarest.withSecond().getFirst())));
  }

  private static LocalText name(Pairing pairing, SharedNeighbour neighbour) {
    Relation relation = neighbour.withFirst().getFirst();
    String slug =
        relation.fromId().equals(neighbour.id())
            ? relation.content().from()
            : relation.content().to();
    return pairing.surroundings().name(neighbour.id(), slug);
  }

  private static Fact fact(VisibleSheet whose, Relation relation) {
    return new Fact(
        whose.organisation().slug(), "relation", relation.id(), relation.content().fact());
  }

  @Override
  public Reason whyNot(Pairing pairing) {
    List<SharedNeighbour> shared = shared(pairing);
    if (!shared.isEmpty()) {
      return reason(pairing, 0, HUB, shared);
    }
    LocalText text = pairing.sentences().say(NONE, pairing.ownName(), pairing.otherName());
    return pairing.reason(
        CODE,
        0,
        text,
        new Pairing.Facts(count(pairing, pairing.own()), count(pairing, pairing.other())));
  }

  private static Fact count(Pairing pairing, VisibleSheet whose) {
    int count = pairing.surroundings().graph().neighbours(whose.organisation().id()).size();
    String slug = whose.organisation().slug();
    LocalText text = pairing.sentences().say(COUNT, Sentences.plain(Integer.toString(count)));
    return new Fact(slug, "relation", slug, text);
  }
}
