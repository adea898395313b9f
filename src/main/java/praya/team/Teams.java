package praya.team;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Exchange;
import praya.domain.Organisation;
import praya.domain.Relation;

/**
 * The teams for a wish, the cheapest first. Costs are in ten-thousandths.
 *
 * @param items at most three, of which none has all members of another
 * @param bound no team that covers as much costs less
 * @param gap what the best costs above the bound; 0 when it is proven best
 * @param nobody wanted codes that nobody who may take part covers
 * @param considered how many may take part and cover something or have a relation
 */
public record Teams(List<Team> items, long bound, long gap, List<String> nobody, int considered) {
  public static final Teams NONE = new Teams(List.of(), 0, 0, List.of(), 0);

  public Teams {
    items = List.copyOf(items);
    nobody = List.copyOf(nobody);
  }

  /**
   * Organisations that cover what is wanted together.
   *
   * @param parts how many pieces the team falls into; 1 when all know each other by ways within it
   * @param free how many members more the wish asks for
   */
  public record Team(long cost, List<Member> members, List<Tie> ties, int parts, int free) {
    public Team {
      members = List.copyOf(members);
      ties = List.copyOf(ties);
    }
  }

  /** A member; one that covers nothing only joins others. */
  public record Member(Organisation organisation, List<Cover> covers) {
    public Member {
      covers = List.copyOf(covers);
    }
  }

  /**
   * A wanted capability that a member covers.
   *
   * @param offer the open offer that names it; null where only the entry does
   */
  public record Cover(String capability, @Nullable Exchange offer) {}

  /**
   * Two members that work together, and what that costs.
   *
   * @param relations by which they know each other; none where they are to be introduced
   */
  public record Tie(Organisation first, Organisation second, List<Relation> relations, long cost) {
    public Tie {
      relations = List.copyOf(relations);
    }
  }
}
