package praya.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.limit.Limit;
import praya.limit.Limits;

/**
 * Limits as a request meets them. Every route takes one of {@link Limit#READ} or {@link
 * Limit#WRITE} by itself; a feature takes one of the others where that happens. The answer tells
 * how the caller stands, in the headers of draft-ietf-httpapi-ratelimit-headers.
 */
public final class RateLimits {
  private final Limits limits;

  public RateLimits(Limits limits) {
    this.limits = limits;
  }

  /**
   * Takes one for whoever sends the request.
   *
   * @throws Problem.TooMany when there is none left
   */
  public void take(Limit limit, Context context) {
    Actor actor = Caller.of(context);
    String account = actor.account() == null ? actor.name() : "account:" + actor.account();
    take(limit, context, actor.isKnown() ? account : null);
  }

  /**
   * Takes one letter with a link, for the mailbox that it fills, whoever asks from wherever.
   *
   * @param mailbox the address, in one spelling; null for what is none
   * @throws Problem.TooMany when there is none left
   */
  public void takeLink(Context context, @Nullable String mailbox) {
    take(Limit.LINK, context, mailbox == null ? null : "mailbox:" + mailbox);
  }

  /**
   * Takes one for the sender's line and for an account that is not the caller's, such as the
   * address that a link is asked for.
   *
   * @throws Problem.TooMany when there is none left
   */
  public void take(Limit limit, Context context, @Nullable String account) {
    List<Limits.State> states = limits.take(limit, ClientAddress.of(context).line(), account);
    if (states.isEmpty()) {
      return;
    }
    Limits.State scarcer = states.get(0);
    context
        .header(
            "RateLimit-Policy",
            states.stream()
                .map(s ->
                    "\"%s\";q=%d;w=%d"
                        .formatted(s.policy(), s.quota().count(), s.quota().period().toSeconds()))
                .collect(Collectors.joining(", ")))
        .header(
            "RateLimit",
            "\"%s\";r=%d;t=%d"
                .formatted(
                    scarcer.policy(),
                    scarcer.remaining(),
                    scarcer.given() ? scarcer.full() : scarcer.again()));
    if (!scarcer.given()) {
      throw new Problem.TooMany(
          "There were too many requests ("
              + scarcer.policy()
              + ": "
              + scarcer.quota().count()
              + " in "
              + scarcer.quota().period().toSeconds()
              + " seconds). Wait "
              + scarcer.again()
              + " seconds.",
          scarcer.again());
    }
  }
}
