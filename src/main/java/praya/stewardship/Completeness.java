package praya.stewardship;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Profile;

/**
 * What an organisation lacks, by what each missing fact would do for being found. The weight of a
 * fact is counted, not felt: where the program reads it.
 *
 * <ul>
 *   <li>the points, out of 100, that the criteria which read it can give to a match;
 *   <li>{@value #FACET} for a facet that narrows lists by it: who lacks it is not in the list;
 *   <li>{@value #WORDS} for words of it that searches find, in one language;
 *   <li>{@value #ORDER} for an order of lists by it: who lacks it comes last.
 * </ul>
 *
 * A facet weighs as much as the sector criterion, which is the same question put by a machine; a
 * language is a quarter of what is searched (two thirds of all readers use another one, and the
 * labels of codes cross languages already); an order only moves.
 */
public final class Completeness {
  static final int FACET = 10;
  static final int WORDS = 8;
  static final int ORDER = 2;

  private Completeness() {}

  /** A place of the program that reads a fact. */
  public enum Use {
    SEARCH,
    FACET,
    MATCH,
    ORDER,
    CLAIM
  }

  /**
   * A fact and its readers.
   *
   * @param field as in the API; {@code needs} and {@code offers} for these
   * @param criteria points of the criteria that read it
   */
  public record Part(String field, int criteria, List<Use> uses) {
    public Part {
      uses = List.copyOf(uses);
    }

    public int weight() {
      int sum = criteria;
      for (Use use : uses) {
        sum +=
            switch (use) {
              case SEARCH -> WORDS;
              case FACET -> FACET;
              case ORDER -> ORDER;
              case MATCH, CLAIM -> 0;
            };
      }
      return sum;
    }
  }

  /** All parts; the points are those of {@code scoring.Weights}, which a test compares. */
  static final List<Part> PARTS =
      List.of(
          // A need meets an offer, is covered by an entry, is fresh, is for compute.
          new Part("needs", 30 + 15 + 5 + 5, List.of(Use.MATCH, Use.SEARCH)),
          // An offer is wanted.
          new Part("offers", 25, List.of(Use.MATCH, Use.SEARCH)),
          // An entry covers a need; neighbouring capabilities.
          new Part("capabilities", 15 + 5, List.of(Use.MATCH, Use.FACET, Use.SEARCH)),
          // The other's layer serves the side's, and the other way round.
          new Part("layers", 10 + 8, List.of(Use.MATCH, Use.FACET, Use.SEARCH)),
          // Both know the trade.
          new Part("sectors", 10, List.of(Use.MATCH, Use.FACET, Use.SEARCH)),
          // Both entries were confirmed lately.
          new Part("confirmedAt", 2, List.of(Use.MATCH, Use.ORDER)),
          new Part("summaryEn", 0, List.of(Use.SEARCH)),
          new Part("summaryZhHant", 0, List.of(Use.SEARCH)),
          new Part("summaryZhHans", 0, List.of(Use.SEARCH)),
          new Part("nameEn", 0, List.of(Use.SEARCH)),
          new Part("nameZhHant", 0, List.of(Use.SEARCH)),
          new Part("nameZhHans", 0, List.of(Use.SEARCH)),
          new Part("foundedOrIntakeYear", 0, List.of(Use.ORDER)),
          new Part("website", 0, List.of(Use.CLAIM)));

  /** The parts that are missing, the weightiest first. */
  public static List<Part> missing(Organisation organisation, boolean needs, boolean offers) {
    var missing = new ArrayList<>(PARTS);
    missing.removeIf(has(organisation, needs, offers));
    missing.sort(Comparator.comparingInt(Part::weight).reversed());
    return missing;
  }

  private static Predicate<Part> has(Organisation organisation, boolean needs, boolean offers) {
    Profile profile = organisation.profile();
    return part ->
        switch (part.field()) {
          case "needs" -> needs;
          case "offers" -> offers;
          case "capabilities" -> !profile.classification().capabilities().isEmpty();
          case "layers" -> !profile.classification().layers().isEmpty();
          case "sectors" -> !profile.classification().sectors().isEmpty();
          case "confirmedAt" -> organisation.entry().origin().confirmedAt() != null;
          case "foundedOrIntakeYear" -> profile.foundedOrIntakeYear() != null;
          case "website" -> profile.website() != null;
          default -> hasText(part.field(), profile);
        };
  }

  private static boolean hasText(String field, Profile profile) {
    LocalText text = field.startsWith("summary") ? profile.summary() : profile.name();
    return field.endsWith("En")
        ? text.en() != null
        : field.endsWith("ZhHant") ? text.zhHant() != null : text.zhHans() != null;
  }
}
