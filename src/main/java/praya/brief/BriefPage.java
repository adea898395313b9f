package praya.brief;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.http.Address;
import praya.http.Phrase;
import praya.organisation.Names;
import praya.team.TeamsPage;

/** The page on which a brief is written, and on which its vendors are. */
public record BriefPage(
    Brief brief,
    List<Term> terms,
    List<Group> capabilities,
    List<Group> sectors,
    Results results,
    List<Address.Parameter> carried) {
  public BriefPage {
    terms = List.copyOf(terms);
    capabilities = List.copyOf(capabilities);
    sectors = List.copyOf(sectors);
    carried = List.copyOf(carried);
  }

  /** Who could serve, one by one and together. */
  public record Results(List<Found> vendors, Counts counts, TeamsPage teams) {
    public Results {
      vendors = List.copyOf(vendors);
    }
  }

  /** How many could serve, of how many that were judged. */
  public record Counts(int total, int considered) {}

  /**
   * A term that was understood, or one that was taken away.
   *
   * @param href takes it away, or back
   */
  public record Term(Phrase label, String vocabulary, String said, boolean away, String href) {}

  /** Terms to pick from; a group without a label has those without a parent. */
  public record Group(@Nullable Phrase label, List<Option> options, int chosen) {
    public Group {
      options = List.copyOf(options);
    }
  }

  public record Option(String code, Phrase label, boolean chosen) {}

  public record Found(Vendor vendor, Names names, List<Why> whys, List<Answer> answers) {
    public Found {
      whys = List.copyOf(whys);
      answers = List.copyOf(answers);
    }
  }

  public record Why(int points, Phrase text, String href) {}

  /**
   * What is said of a condition.
   *
   * @param text the words that mention it; null where nothing is stated
   */
  public record Answer(String label, @Nullable Phrase text, String href) {}

  public String start() {
    var start = brief.conditions().start();
    return start == null ? "" : start.toString();
  }

  public boolean asks(String constraint) {
    return brief.conditions().constraints().stream()
        .anyMatch(each -> each.code().equals(constraint));
  }

  public List<String> constraints() {
    return Constraint.codes();
  }

  public List<String> budgets() {
    return Brief.BUDGETS;
  }

  public int maxText() {
    return BriefQuery.MAX_TEXT;
  }
}
