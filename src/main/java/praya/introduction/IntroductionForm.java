package praya.introduction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Introduction.Course;
import praya.domain.Introduction.Outcome;
import praya.domain.Introduction.Status;
import praya.domain.LocalText;
import praya.json.Fields;

/**
 * What seed files say about an introduction; organisations are named by their slugs.
 *
 * @param from the slug of who asked
 * @param to the slug of who was asked
 */
public record IntroductionForm(
    String id, String from, String to, Course course, LocalText note, boolean fictional) {

  /** Reads a record; collects faults in the fields. */
  public static IntroductionForm parse(Fields fields) {
    String id = fields.requiredText("id", 63);
    String from = fields.requiredText("from", 80);
    String to = fields.requiredText("to", 80);
    if (!from.isEmpty() && from.equals(to)) {
      fields.fault("to", to, "must name another organisation than the field from");
    }
    LocalDate requested = fields.requiredDate("requested");
    var course =
        new Course(
            fields.text("need", 63),
            fields.text("offer", 63),
            requested,
            notBefore(fields, "answered", requested),
            fields.choice("status", List.of(Status.values()), Status::code, Status.EXPIRED),
            fields.choice("outcome", List.of(Outcome.values()), Outcome::code, Outcome.NONE),
            notBefore(fields, "outcomeOn", requested));
    if (course.status() != Status.ACCEPTED && course.outcome() != Outcome.NONE) {
      fields.fault("outcome", course.outcome().code(), "must be none unless it was accepted");
    }
    return new IntroductionForm(
        id,
        from,
        to,
        course,
        fields.localText("note", 2000),
        Boolean.TRUE.equals(fields.bool("fictional")));
  }

  private static @Nullable LocalDate notBefore(Fields fields, String name, LocalDate requested) {
    LocalDate day = fields.date(name);
    if (day != null && day.isBefore(requested)) {
      fields.fault(name, day.toString(), "must not be before the field requested");
    }
    return day;
  }
}
