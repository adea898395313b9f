package praya.team;

import java.util.List;
import praya.http.Phrase;
import praya.organisation.Names;

/**
 * The teams on a page.
 *
 * @param tooMany whether so many capabilities are wanted that none are looked for
 * @param nobody labels of capabilities that nobody covers
 * @param exact whether the first is proven to be the best
 * @param bound the cost below which there is no team
 */
public record TeamsPage(
    boolean tooMany,
    List<Phrase> nobody,
    List<Team> items,
    boolean exact,
    String bound,
    String gap,
    int most) {
  public TeamsPage {
    nobody = List.copyOf(nobody);
    items = List.copyOf(items);
  }

  public record Team(
      int number, String cost, List<Member> members, List<Tie> ties, int parts, int free) {
    public Team {
      members = List.copyOf(members);
      ties = List.copyOf(ties);
    }
  }

  public record Member(Names names, boolean fictional, List<Cover> covers) {
    public Member {
      covers = List.copyOf(covers);
    }
  }

  /**
   * What a member covers.
   *
   * @param offered whether an open offer names it
   */
  public record Cover(Phrase label, String href, boolean offered) {}

  public record Tie(Names first, Names second, List<Phrase> types, String cost) {
    public Tie {
      types = List.copyOf(types);
    }
  }
}
