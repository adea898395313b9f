package praya.testkit;

import java.time.LocalDate;
import java.util.List;
import praya.domain.Allocation;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Profile;
import praya.domain.Relation;
import praya.domain.Visibility;

/** Plain records to write, with codes that the seed's taxonomy has. */
public final class Records {
  private Records() {}

  /** A fictional start-up that is called like its slug. */
  public static Entry entry(String slug) {
    return entry(slug, slug, List.of("computer-vision"));
  }

  public static Entry entry(String slug, String name, List<String> capabilities) {
    return new Entry(
        slug,
        new Profile(
            text(name),
            List.of(),
            "startup",
            text("About " + name),
            new Classification(List.of("industry-application"), List.of("fintech"), capabilities),
            null,
            null),
        Campus.UNKNOWN,
        null,
        new Origin(true, List.of("test"), null));
  }

  /** The same about a real organisation. */
  public static Entry real(Entry entry) {
    return new Entry(
        entry.slug(),
        entry.profile(),
        entry.campus(),
        entry.computeReported(),
        new Origin(false, entry.origin().sources(), entry.origin().confirmedAt()));
  }

  public static Exchange.Content exchange(
      String organisation, String title, Visibility visibility) {
    return new Exchange.Content(
        organisation,
        "capability",
        new Exchange.Wording(text(title), LocalText.NONE),
        new Exchange.Topic(List.of("computer-vision"), List.of("fintech")),
        visibility,
        new Period(LocalDate.of(2026, 1, 1), null),
        true);
  }

  public static Relation.Content relation(String from, String to, String type) {
    return new Relation.Content(from, to, type, text("a fact"), "2026", "test", true);
  }

  public static Allocation.Content allocation(
      String organisation, int cards, LocalDate from, LocalDate to) {
    return allocation(organisation, cards, new Period(from, to), Allocation.Status.ACTIVE);
  }

  public static Allocation.Content allocation(
      String organisation, int cards, Period period, Allocation.Status status) {
    return new Allocation.Content(
        organisation,
        text("A project"),
        new Allocation.Grant(
            "list-price", cards, period, status, Allocation.Shareability.NOT_SHAREABLE),
        true);
  }

  public static LocalText text(String english) {
    return new LocalText(english, null, null);
  }
}
