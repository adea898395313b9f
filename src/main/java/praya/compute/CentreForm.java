package praya.compute;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.LocalText;
import praya.domain.Period;
import praya.json.Fields;

/** The seed's file about the centre, {@code centre.json}. */
public final class CentreForm {
  private static final int TEXT = 2000;
  private static final String ILLUSTRATIVE = "illustrative";

  private CentreForm() {}

  /**
   * Reads the file and collects faults.
   *
   * @param withIllustrative whether figures that only illustrate are taken, too
   */
  public static Centre parse(Fields fields, boolean withIllustrative) {
    List<Centre.Phase> phases = phases(fields);
    LocalDate first =
        phases.stream()
            .map(phase -> phase.period().from())
            .min(LocalDate::compareTo)
            .orElse(LocalDate.EPOCH);
    List<Centre.CentreFact> facts = facts(fields);
    List<Centre.UnitRate> rates = rates(fields, first);
    if (!withIllustrative) {
      facts.removeIf(fact -> ILLUSTRATIVE.equals(fact.status()));
      rates.removeIf(rate -> ILLUSTRATIVE.equals(rate.status()));
    }
    return new Centre(
        fields.requiredLocalText("name", 300),
        fields.localText("note", TEXT),
        phases,
        rates,
        facts,
        reportedUse(fields),
        fields.texts("notFound", 50, 300));
  }

  private static List<Centre.Phase> phases(Fields fields) {
    var phases = new ArrayList<Centre.Phase>();
    for (Fields phase : fields.objects("phases")) {
      phases.add(
          new Centre.Phase(
              period(phase, phase.requiredDate("from")),
              phase.requiredInteger("pflops", 1, 10_000_000),
              note(phase),
              phase.texts("sources", 20, 1000)));
      phase.refuseUnknown();
    }
    return phases;
  }

  private static List<Centre.UnitRate> rates(Fields fields, LocalDate first) {
    var rates = new ArrayList<Centre.UnitRate>();
    Fields conversion = fields.object("conversion");
    if (conversion != null) {
      BigDecimal rate = conversion.number("pflopsPerCard");
      if (rate == null || rate.signum() <= 0) {
        conversion.fault("pflopsPerCard", Objects.toString(rate, null), "must be more than 0");
      } else {
        // Without a date of its own, a conversion holds from the first day of the centre.
        LocalDate from = Objects.requireNonNullElse(conversion.date("from"), first);
        rates.add(
            new Centre.UnitRate(
                conversion.requiredText("unit", 40),
                period(conversion, from),
                new BigDecimal(rate.stripTrailingZeros().toPlainString()),
                conversion.requiredText("status", 40),
                note(conversion)));
      }
      conversion.refuseUnknown();
    }
    return rates;
  }

  private static List<Centre.CentreFact> facts(Fields fields) {
    var facts = new ArrayList<Centre.CentreFact>();
    Fields ceiling = fields.object("planningCeiling");
    if (ceiling != null) {
      int percent = ceiling.requiredInteger("percent", 1, 100);
      facts.add(fact("planning-ceiling", Integer.toString(percent), "percent", ceiling));
    }
    Fields accelerator = fields.object("accelerator");
    if (accelerator != null) {
      facts.add(fact("accelerator", accelerator.requiredText("model", 200), null, accelerator));
    }
    Fields subsidy = fields.object("subsidy");
    if (subsidy != null) {
      String unit = "percent of list price";
      int usual = subsidy.requiredInteger("usualPercentOfListPrice", 0, 100);
      int most = subsidy.requiredInteger("maximumPercentInSpecialCases", 0, 100);
      facts.add(fact("subsidy-usual", Integer.toString(usual), unit, subsidy));
      facts.add(fact("subsidy-maximum", Integer.toString(most), unit, subsidy));
    }
    Fields sharing = fields.object("sharingRule");
    if (sharing != null) {
      facts.add(fact("sharing-rule", sharing.requiredText("default", 40), null, sharing));
    }
    return facts;
  }

  private static Centre.CentreFact fact(
      String code, String value, @Nullable String unit, Fields fields) {
    var fact =
        new Centre.CentreFact(
            code,
            value,
            unit,
            fields.text("status", 100),
            note(fields),
            fields.texts("sources", 20, 1000));
    fields.refuseUnknown();
    return fact;
  }

  private static List<Centre.ReportedUse> reportedUse(Fields fields) {
    var reports = new ArrayList<Centre.ReportedUse>();
    for (Fields report : fields.objects("utilisationReported")) {
      String date = report.requiredText("date", 7);
      if (!date.matches("\\d{4}-(0[1-9]|1[0-2])")) {
        report.fault("date", date, "must be a month such as 2026-01");
      }
      reports.add(
          new Centre.ReportedUse(
              date,
              report.requiredInteger("percent", 0, 100),
              report.requiredInteger("ofPflops", 1, 10_000_000),
              report.requiredText("qualifier", 100),
              report.texts("sources", 20, 1000)));
      report.refuseUnknown();
    }
    return reports;
  }

  private static Period period(Fields fields, LocalDate from) {
    LocalDate to = fields.date("to");
    if (to != null && to.isBefore(from)) {
      fields.fault("to", to.toString(), "must not be before the field from");
      return new Period(from, null);
    }
    return new Period(from, to);
  }

  private static LocalText note(Fields fields) {
    return fields.localText("note", TEXT);
  }
}
