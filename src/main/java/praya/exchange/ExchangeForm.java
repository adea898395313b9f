package praya.exchange;

import java.time.LocalDate;
import java.util.List;
import praya.domain.Exchange;
import praya.domain.Period;
import praya.domain.Taxonomy;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.json.Fields;

/** What people and seed files write about a need or an offer. */
public final class ExchangeForm {
  private ExchangeForm() {}

  public static Exchange.Content parse(Fields fields, Taxonomy taxonomy) {
    fields.ignore("open");
    return new Exchange.Content(
        fields.requiredText("organisation", 80),
        fields.code("exchange", taxonomy, Vocabulary.EXCHANGE),
        new Exchange.Wording(
            fields.requiredLocalText("title", 300), fields.localText("text", 4000)),
        new Exchange.Topic(
            fields.codes("capabilities", taxonomy, Vocabulary.CAPABILITIES),
            fields.codes("sectors", taxonomy, Vocabulary.SECTORS)),
        fields.choice(
            "visibility", List.of(Visibility.values()), Visibility::code, Visibility.PUBLIC),
        period(fields),
        Boolean.TRUE.equals(fields.bool("fictional")));
  }

  private static Period period(Fields fields) {
    LocalDate opens = fields.requiredDate("opens");
    LocalDate closes = fields.date("closes");
    if (closes != null && closes.isBefore(opens)) {
      fields.fault("closes", closes.toString(), "must not be before the field opens");
    }
    return new Period(opens, closes);
  }
}
