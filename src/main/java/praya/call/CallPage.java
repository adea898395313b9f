package praya.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Phrase;
import praya.organisation.Names;
import praya.team.TeamsPage;

/** The page of a call, and the calls in a list. */
public record CallPage(Shown call, TeamsPage teams) {

  /**
   * A call.
   *
   * @param source where it is published; null for a fictional one
   */
  public record Shown(
      String href,
      Phrase title,
      @Nullable Phrase text,
      Terms terms,
      @Nullable Names organiser,
      State state,
      @Nullable String source) {}

  public record Terms(
      List<Phrase> capabilities, List<Phrase> sectors, List<Phrase> kinds, int least, int most) {
    public Terms {
      capabilities = List.copyOf(capabilities);
      sectors = List.copyOf(sectors);
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * How it stands.
   *
   * @param deadline its last day in words; null for no end
   */
  public record State(@Nullable String deadline, boolean open, boolean fictional) {}

  /** The page of all calls. */
  public record All(List<Shown> items) {
    public All {
      items = List.copyOf(items);
    }
  }
}
