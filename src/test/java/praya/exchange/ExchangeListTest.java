package praya.exchange;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import praya.contract.OpenApiFilter;
import praya.testkit.RunningApp;

/** The lists of needs and offers: each filter keeps what it names, and none of them gives away. */
class ExchangeListTest {
  /** As many values as one parameter may have. */
  private static final int OWNERS = 50;

  private final RunningApp app = RunningApp.shared();

  @Test
  void list_filtered_isWhatTheFilterNames() {
    for (String side : List.of("needs", "offers")) {
      List<Map<String, Object>> all = all(side + "?", true);
      assertThat(all).hasSizeGreaterThan(50);
      for (String filter :
          List.of("exchange=capability", "sector=fintech", "open=true", "fictional=true")) {
        List<Map<String, Object>> some = all(side + "?" + filter + "&", true);
        assertThat(some).as(side + " " + filter).isNotEmpty().allMatch(i -> holds(i, filter));
        Set<Object> expected = new HashSet<>();
        all.stream().filter(i -> holds(i, filter)).forEach(i -> expected.add(i.get("id")));
        assertThat(ids(some)).as(side + " " + filter).isEqualTo(expected);
      }
      assertThat(all(side + "?open=true&open=false&", true)).hasSameSizeAs(all);
      assertThat(items(side + "?fictional=false", true)).isEmpty();
    }
  }

  @Test
  void list_ofAGroupOfCapabilities_hasThoseOfItsTerms() {
    Set<Object> group = ids(items("offers?limit=100&capability=language-speech", true));
    Set<Object> term = ids(items("offers?limit=100&capability=cantonese-speech", true));
    assertThat(group).containsAll(term).hasSizeGreaterThan(term.size());
    assertThat(term).isNotEmpty();
  }

  @Test
  void list_forAnybody_hidesWhatIsHiddenWhateverIsAsked() {
    for (String side : List.of("needs", "offers")) {
      List<Map<String, Object>> all = all(side + "?", true);
      Set<Object> seen = ids(all(side + "?", false));
      assertThat(all).extracting(i -> i.get("visibility")).contains("match-only", "anonymous");
      String owners = "";
      for (Map<String, Object> item : all) {
        boolean hidden = item.get("visibility").equals("match-only");
        assertThat(seen.contains(item.get("id"))).isEqualTo(!hidden);
        if (!item.get("visibility").equals("public") && owners.split("&").length < OWNERS) {
          owners += "organisation=" + item.get("organisation") + "&";
        }
      }
      String theirs = side + "?" + owners;
      assertThat(all(theirs, false))
          .isNotEmpty()
          .allMatch(i -> i.get("visibility").equals("public"));
      assertThat(all(theirs, true)).anyMatch(i -> !i.get("visibility").equals("public"));
    }
  }

  private static boolean holds(Map<String, Object> item, String filter) {
    String[] sides = filter.split("=");
    return sides[0].equals("sector")
        ? ((List<?>) item.get("sectors")).contains(sides[1])
        : item.get(sides[0]).toString().equals(sides[1]);
  }

  private static Set<Object> ids(List<Map<String, Object>> items) {
    Set<Object> ids = new HashSet<>();
    items.forEach(item -> ids.add(item.get("id")));
    return ids;
  }

  private List<Map<String, Object>> items(String path, boolean staff) {
    return request(staff).get("/api/v1/" + path).jsonPath().getList("items");
  }

  /** All pages of a list. */
  private List<Map<String, Object>> all(String path, boolean staff) {
    List<Map<String, Object>> items = new ArrayList<>();
    String cursor = null;
    do {
      String next = cursor == null ? "" : "&cursor=" + cursor;
      var page = request(staff).get("/api/v1/" + path + "limit=40" + next).jsonPath();
      items.addAll(page.getList("items"));
      assertThat(ids(items)).hasSameSizeAs(items);
      cursor = page.getString("next");
      assertThat(cursor != null || items.size() == page.getInt("total")).isTrue();
    } while (cursor != null);
    return items;
  }

  private RequestSpecification request(boolean staff) {
    RequestSpecification request =
        given().filter(OpenApiFilter.shared()).baseUri(app.baseUri()).urlEncodingEnabled(false);
    return staff ? request.header("Authorization", "Bearer " + app.staffKey()) : request;
  }
}
