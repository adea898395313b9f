package praya.scoring;

import java.util.List;
import java.util.Optional;
import praya.domain.Reason;

/**
 * One rule of fit. Each fills one place of at most so many points; the places sum to 100, so the
 * points of a side are its fit and never have to be scaled.
 */
interface Criterion {
  /** All rules, in the order in which they are told when their points are equal. */
  List<Criterion> ALL =
      List.of(
          new NeedMetByOffer(),
          new NeedMetByCapability(),
          new OfferWanted(),
          new SharedSector(),
          new SharedRelation(),
          new ComputeTogether(),
          new Freshness());

  /** The most points it can give to one side. */
  int maximum(Weights weights);

  /** The reason with its points; empty when it would give none. */
  Optional<Reason> judge(Pairing pairing);

  /** Why it gives no points, with what was looked at; asked only when {@link #judge} is empty. */
  Reason whyNot(Pairing pairing);
}
