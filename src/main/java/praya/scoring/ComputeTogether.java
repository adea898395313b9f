package praya.scoring;

import java.util.List;
import java.util.Optional;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Reason;
import praya.domain.Reason.Fact;
import praya.domain.Side;
import praya.domain.Taxonomy;

/**
 * One side looks for compute and the other holds or offers some. It never proposes a transfer: the
 * rules of the centre on sharing are not public, so the most that may be said is that a joint
 * project could be proposed, subject to approval.
 */
final class ComputeTogether implements Criterion {
  private static final String CODE = "compute";
  private static final LocalText HOLDER =
      new LocalText(
          "%1$s looks for compute in “%2$s” and %3$s holds an allocation: a joint project could be"
              + " proposed, subject to approval.",
          "%1$s在「%2$s」中尋求算力，而%3$s獲分配算力；雙方可提出聯合項目，惟須獲批准。",
          "%1$s在“%2$s”中寻求算力，而%3$s获分配算力；双方可提出联合项目，但须获批准。");
  private static final LocalText OFFERED =
      new LocalText(
          "%1$s looks for compute in “%2$s” and %3$s offers “%4$s”: a joint project could be"
              + " proposed, subject to approval.",
          "%1$s在「%2$s」中尋求算力，而%3$s提供「%4$s」；雙方可提出聯合項目，惟須獲批准。",
          "%1$s在“%2$s”中寻求算力，而%3$s提供“%4$s”；双方可提出联合项目，但须获批准。");
  private static final LocalText CONDITION =
      new LocalText(
          "%1$s Compute of the centre can only be used in a joint project, subject to approval.",
          "%1$s中心的算力只可在聯合項目中使用，並須獲批准。", "%1$s中心的算力只可在联合项目中使用，并须获批准。");
  private static final LocalText NOT =
      new LocalText(
          "Neither of %1$s and %2$s looks for compute that the other holds or offers.",
          "%1$s與%2$s之間，沒有一方尋求算力而另一方持有或提供算力。", "%1$s与%2$s之间，没有一方寻求算力而另一方持有或提供算力。");
  private static final LocalText HOLDS =
      new LocalText("Holds an allocation of the centre.", "獲中心分配算力。", "获中心分配算力。");

  /** The sentence, with the condition added where the exchange is about compute. */
  static LocalText withCondition(LocalText sentence, Exchange exchange) {
    return isCompute(exchange) ? new Sentences(Taxonomy.EMPTY).say(CONDITION, sentence) : sentence;
  }

  private static boolean isCompute(Exchange exchange) {
    return exchange.content().kind().equals("compute");
  }

  @Override
  public int maximum(Weights weights) {
    return weights.maxima().compute();
  }

  @Override
  public Optional<Reason> judge(Pairing pairing) {
    Optional<Exchange> ownNeed = first(pairing.own().needs());
    Optional<Exchange> otherOffer = first(pairing.other().offers());
    if (ownNeed.isPresent() && otherOffer.isPresent()) {
      return Optional.of(
          reason(
              pairing,
              offered(pairing.own(), ownNeed.get(), pairing.other(), otherOffer.get()),
              new Pairing.Facts(
                  pairing.ownFact(ownNeed.get()), pairing.otherFact(otherOffer.get()))));
    }
    if (ownNeed.isPresent() && holdsEnough(pairing.other())) {
      return Optional.of(held(pairing, ownNeed.get()));
    }
    Optional<Exchange> ownOffer = first(pairing.own().offers());
    Optional<Exchange> otherNeed = first(pairing.other().needs());
    if (ownOffer.isPresent() && otherNeed.isPresent()) {
      return Optional.of(
          reason(
              pairing,
              offered(pairing.other(), otherNeed.get(), pairing.own(), ownOffer.get()),
              new Pairing.Facts(
                  pairing.ownFact(ownOffer.get()), pairing.otherFact(otherNeed.get()))));
    }
    return Optional.empty();
  }

  /** Whoever looks for compute itself has none for a joint project. */
  private static boolean holdsEnough(VisibleSheet holder) {
    return holder.organisation().holdsAllocation() && first(holder.needs()).isEmpty();
  }

  private static Optional<Exchange> first(List<Exchange> exchanges) {
    return exchanges.stream().filter(ComputeTogether::isCompute).findFirst();
  }

  private static LocalText offered(
      VisibleSheet seeker, Exchange need, VisibleSheet giver, Exchange offer) {
    Sentences sentences = new Sentences(Taxonomy.EMPTY);
    return sentences.say(
        OFFERED,
        seeker.organisation().profile().name(),
        sentences.title(need),
        giver.organisation().profile().name(),
        sentences.title(offer));
  }

  private Reason held(Pairing pairing, Exchange need) {
    Sentences sentences = pairing.sentences();
    String holder = pairing.other().organisation().slug();
    return reason(
        pairing,
        sentences.say(HOLDER, pairing.ownName(), sentences.title(need), pairing.otherName()),
        new Pairing.Facts(pairing.ownFact(need), new Fact(holder, "allocation", holder, HOLDS)));
  }

  private Reason reason(Pairing pairing, LocalText text, Pairing.Facts facts) {
    return pairing.reason(CODE, maximum(pairing.weights()), text, facts);
  }

  @Override
  public Reason whyNot(Pairing pairing) {
    return pairing.nothing(CODE, NOT, Side.NEED, Side.OFFER);
  }
}
