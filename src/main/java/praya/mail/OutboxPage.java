package praya.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Frame;

/**
 * What the list of letters shows.
 *
 * @param sends whether there is a mail server; otherwise letters are read here
 * @param next the address of the next page; null on the last
 */
public record OutboxPage(List<Item> items, long total, boolean sends, @Nullable String next) {
  public OutboxPage {
    items = List.copyOf(items);
  }

  /** A letter in the words of a frame. */
  public record Item(
      OutboxEntry entry, String template, String state, @Nullable String error, boolean again) {

    static Item of(OutboxEntry entry, Frame frame, Instant now) {
      OutboxEntry.Progress progress = entry.progress();
      Instant sent = progress.sentAt();
      String state =
          sent == null
              ? frame.say("outbox.state." + progress.state().code())
              : frame.say("outbox.state.sent", frame.texts().moment(sent));
      return new Item(
          entry,
          frame.say("outbox.template." + entry.template().code()),
          state,
          error(progress.error(), frame),
          entry.maySendAgain(now));
    }

    /** The kind of failure in words, with the reply code if there is one. */
    private static @Nullable String error(@Nullable String error, Frame frame) {
      if (error == null) {
        return null;
      }
      String[] parts = error.split(" ", 2);
      String words = frame.say("outbox.error." + parts[0]);
      return parts.length == 1 ? words : words + " (" + parts[1] + ")";
    }
  }
}
