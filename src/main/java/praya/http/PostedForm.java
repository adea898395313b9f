package praya.http;

import io.javalin.http.Context;
import java.util.List;
import praya.domain.Actor;
import praya.domain.Problem;

/** What the form of a page sent. Browsers end lines with two characters; here it is one. */
public final class PostedForm {
  private static final int REASON_MIN = 3;
  private static final int REASON_MAX = 500;

  private final Context context;

  private PostedForm(Context context) {
    this.context = context;
  }

  public static PostedForm of(Context context) {
    return new PostedForm(context);
  }

  /** The value of a field, without blanks around it; empty when it was not sent. */
  public String text(String name) {
    List<String> all = texts(name);
    return all.isEmpty() ? "" : all.getFirst();
  }

  /** All values of a field that may be sent several times, such as boxes that are ticked. */
  public List<String> texts(String name) {
    return context.formParams(name).stream()
        .map(value -> value.replace("\r\n", "\n").replace('\r', '\n').strip())
        .toList();
  }

  public boolean has(String name) {
    return !text(name).isEmpty();
  }

  /** A whole number that the form itself put there; anything else is not our form. */
  public long number(String name) {
    String text = text(name);
    if (!text.matches("[0-9]{1,18}")) {
      throw new Problem.Malformed(
          name, text, "The field " + name + " (" + text + ") is not one that our form sends.");
    }
    return Long.parseLong(text);
  }

  /** Who sent it, for the reason that they gave in the field {@code reason}, if they did. */
  public Actor actor() {
    Actor actor = Caller.of(context);
    String reason = text("reason");
    if (reason.isEmpty()) {
      return actor;
    }
    if (reason.length() < REASON_MIN || reason.length() > REASON_MAX) {
      throw new Problem.InvalidInput(
          "reason",
          reason,
          "The field reason must have " + REASON_MIN + " to " + REASON_MAX + " characters.");
    }
    return actor.because(reason);
  }
}
