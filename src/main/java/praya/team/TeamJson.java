package praya.team;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Exchange;

/** Teams as JSON. */
public final class TeamJson {
  private static final int DECIMALS = 4;

  private TeamJson() {}

  public static Map<String, @Nullable Object> of(Teams teams) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("items", teams.items().stream().map(TeamJson::of).toList());
    json.put("bound", number(teams.bound()));
    json.put("gap", number(teams.gap()));
    json.put("nobody", teams.nobody());
    json.put("considered", teams.considered());
    return json;
  }

  private static Map<String, @Nullable Object> of(Teams.Team team) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("cost", number(team.cost()));
    json.put("parts", team.parts());
    json.put("free", team.free());
    json.put("members", team.members().stream().map(TeamJson::of).toList());
    json.put("ties", team.ties().stream().map(TeamJson::of).toList());
    return json;
  }

  private static Map<String, @Nullable Object> of(Teams.Member member) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("organisation", member.organisation().slug());
    json.put("covers", member.covers().stream().map(TeamJson::of).toList());
    return json;
  }

  private static Map<String, @Nullable Object> of(Teams.Cover cover) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    Exchange offer = cover.offer();
    json.put("capability", cover.capability());
    json.put("offer", offer == null ? null : offer.id());
    return json;
  }

  private static Map<String, @Nullable Object> of(Teams.Tie tie) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("from", tie.first().slug());
    json.put("to", tie.second().slug());
    json.put("cost", number(tie.cost()));
    json.put("relations", tie.relations().stream().map(relation -> relation.id()).toList());
    return json;
  }

  private static BigDecimal number(long tenThousandths) {
    return BigDecimal.valueOf(tenThousandths, DECIMALS);
  }
}
