package praya.scoring;

import java.util.List;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Reason;
import praya.domain.Reason.Beneficiary;
import praya.domain.Reason.Fact;
import praya.domain.Side;
import praya.domain.Vocabulary;

/**
 * Two organisations seen from one side: does the other serve the own? The same pair has two
 * pairings, one for each side, with the roles swapped.
 *
 * @param served where the other meets needs of the own
 * @param serving where the own meets needs of the other
 */
record Pairing(
    Beneficiary beneficiary,
    VisibleSheet own,
    VisibleSheet other,
    Meetings served,
    Meetings serving,
    Grounds grounds) {

  /** What all pairings of a scorer share. */
  record Grounds(
      Surroundings surroundings, Weights weights, CapabilityLikeness likeness, boolean silent) {
    Grounds silenced() {
      return new Grounds(surroundings, weights, likeness, true);
    }
  }

  Weights weights() {
    return grounds.weights();
  }

  Surroundings surroundings() {
    return grounds.surroundings();
  }

  Sentences sentences() {
    return new Sentences(grounds.surroundings().taxonomy(), grounds.silent());
  }

  LocalText ownName() {
    return own.organisation().profile().name();
  }

  LocalText otherName() {
    return other.organisation().profile().name();
  }

  boolean isOwn(Exchange exchange) {
    return exchange.organisationId().equals(own.organisation().id());
  }

  Reason reason(String code, int points, LocalText text, Facts facts) {
    return new Reason(beneficiary, code, points, text, List.of(facts.own(), facts.other()));
  }

  Fact ownFact(Exchange exchange) {
    return fact(own, exchange);
  }

  Fact otherFact(Exchange exchange) {
    return fact(other, exchange);
  }

  private static Fact fact(VisibleSheet whose, Exchange exchange) {
    String type = exchange.side() == Side.NEED ? "need" : "offer";
    return new Fact(
        whose.organisation().slug(), type, exchange.id(), exchange.content().wording().title());
  }

  Fact ownFact(String type, Vocabulary vocabulary, String code) {
    return new Fact(own.organisation().slug(), type, code, sentences().label(vocabulary, code));
  }

  Fact otherFact(String type, Vocabulary vocabulary, String code) {
    return new Fact(other.organisation().slug(), type, code, sentences().label(vocabulary, code));
  }

  /** A criterion that gave no points, with how many needs or offers were looked at. */
  Reason nothing(String code, LocalText pattern, Side ownSide, Side otherSide) {
    return reason(
        code,
        0,
        sentences().say(pattern, ownName(), otherName()),
        new Facts(count(own, ownSide), count(other, otherSide)));
  }

  private static Fact count(VisibleSheet whose, Side side) {
    int count = side == Side.NEED ? whose.needs().size() : whose.offers().size();
    String slug = whose.organisation().slug();
    LocalText text =
        side == Side.NEED
            ? new LocalText("Open needs: " + count, "開放中的需求：" + count, "开放中的需求：" + count)
            : new LocalText("Open offers: " + count, "開放中的供應：" + count, "开放中的供应：" + count);
    return new Fact(slug, side == Side.NEED ? "need" : "offer", slug, text);
  }

  /** What was compared: first the own side's fact, then the other's. */
  record Facts(Fact own, Fact other) {}
}
