package praya.team;

import praya.consortium.Task;
import praya.domain.Exchange;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Frame;
import praya.http.Phrase;
import praya.organisation.Names;

/** Teams in the words of a page. */
public record TeamWords(Taxonomy terms, Frame frame) {

  public TeamsPage of(Wish wish, Teams teams) {
    return new TeamsPage(
        wish.capabilities().size() > Wish.MOST_CAPABILITIES,
        teams.nobody().stream().map(this::capability).toList(),
        java.util.stream.IntStream.range(0, teams.items().size())
            .mapToObj(i -> team(i + 1, teams.items().get(i)))
            .toList(),
        teams.gap() == 0,
        cost(teams.bound()),
        cost(teams.gap()),
        wish.eligible().most());
  }

  private TeamsPage.Team team(int number, Teams.Team team) {
    return new TeamsPage.Team(
        number,
        cost(team.cost()),
        team.members().stream().map(this::member).toList(),
        team.ties().stream().map(this::tie).toList(),
        team.parts(),
        team.free());
  }

  private TeamsPage.Member member(Teams.Member member) {
    Names names = Names.of(member.organisation(), frame.language());
    return new TeamsPage.Member(
        names,
        member.organisation().fictional(),
        member.covers().stream()
            .map(cover -> {
              Exchange offer = cover.offer();
              return new TeamsPage.Cover(
                  capability(cover.capability()),
                  names.href() + (offer == null ? "" : "#" + offer.id()),
                  offer != null);
            })
            .toList());
  }

  private TeamsPage.Tie tie(Teams.Tie tie) {
    return new TeamsPage.Tie(
        Names.of(tie.first(), frame.language()),
        Names.of(tie.second(), frame.language()),
        tie.relations().stream()
            .map(relation -> relation.content().type())
            .distinct()
            .map(type -> Phrase.label(terms, Vocabulary.RELATION_TYPES, type, frame.language()))
            .toList(),
        cost(tie.cost()));
  }

  private Phrase capability(String code) {
    return Phrase.label(terms, Vocabulary.CAPABILITIES, code, frame.language());
  }

  private String cost(long tenThousandths) {
    return frame.number((double) tenThousandths / Task.SCALE);
  }
}
