package praya.compute;

import java.time.LocalDate;
import java.util.List;
import praya.domain.Allocation;
import praya.domain.Period;
import praya.domain.Taxonomy;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.json.Fields;

/** What people and seed files write about an allocation. */
public final class AllocationForm {
  private AllocationForm() {}

  public static Allocation.Content parse(Fields fields, Taxonomy taxonomy) {
    fields.ignore("pflops", "usage");
    LocalDate from = fields.requiredDate("from");
    LocalDate to = fields.requiredDate("to");
    if (to.isBefore(from) && fields.faultless()) {
      fields.fault("to", to.toString(), "must not be before the field from");
    }
    return new Allocation.Content(
        fields.requiredText("organisation", 80),
        fields.requiredLocalText("project", 300),
        new Allocation.Grant(
            fields.code("scheme", taxonomy, Vocabulary.SCHEMES),
            // Far more than any centre has, and far from overflowing a sum of card-hours.
            fields.requiredInteger("cards", 1, 1_000_000),
            new Period(from, to),
            fields.choice(
                "status",
                List.of(Allocation.Status.values()),
                Allocation.Status::code,
                Allocation.Status.PLANNED),
            fields.choice(
                "shareability",
                List.of(Allocation.Shareability.values()),
                Allocation.Shareability::code,
                Allocation.Shareability.NOT_SHAREABLE)),
        Boolean.TRUE.equals(fields.bool("fictional")),
        fields.choice(
            "visibility", Visibility.OF_ALLOCATIONS, Visibility::code, Visibility.PUBLIC));
  }
}
