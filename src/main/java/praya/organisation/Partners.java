package praya.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.Match;
import praya.domain.Reason;
import praya.domain.Taxonomy;
import praya.http.Phrase;

/**
 * The partners that are suggested to an organisation, and why others were left out.
 *
 * @param excluded reasons with their counts, most frequent first
 * @param known what the organisation has stated, in words; empty when it has stated nothing
 * @param run what the suggestion rests on
 */
public record Partners(
    List<Item> items, int considered, List<Excluded> excluded, List<String> known, Run run) {
  public Partners {
    items = List.copyOf(items);
    excluded = List.copyOf(excluded);
    known = List.copyOf(known);
  }

  /**
   * One suggested partner.
   *
   * @param forYou reasons for the organisation of the page, most points first
   * @param forThem reasons for the other one
   */
  public record Item(
      Match match,
      Names names,
      @Nullable Phrase summary,
      Labels labels,
      List<Why> forYou,
      List<Why> forThem) {
    public Item {
      forYou = List.copyOf(forYou);
      forThem = List.copyOf(forThem);
    }

    public static Item of(Match match, Taxonomy taxonomy, Language page) {
      return new Item(
          match,
          Names.of(match.organisation(), page),
          Phrase.find(match.organisation().profile().summary(), page),
          Labels.of(match.organisation(), taxonomy, page),
          whys(match, Reason.Beneficiary.YOU, page),
          whys(match, Reason.Beneficiary.THEM, page));
    }

    private static List<Why> whys(Match match, Reason.Beneficiary side, Language page) {
      return match.reasons().stream()
          .filter(reason -> reason.beneficiary() == side)
          .map(reason -> new Why(reason.points(), Phrase.of(reason.text(), page, reason.code())))
          .toList();
    }
  }

  /** A reason in words with its points. */
  public record Why(int points, Phrase text) {}

  /** A reason for leaving organisations out, in the page's language, and how many it concerns. */
  public record Excluded(String reason, long count) {}

  /** The weights and the day that a suggestion was computed with. */
  public record Run(String weightsVersion, LocalDate asOf) {}
}
