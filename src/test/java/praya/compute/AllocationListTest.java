package praya.compute;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import praya.contract.OpenApiFilter;
import praya.testkit.RunningApp;

/** The lists of allocations and relations: filters, and what is said of reported users. */
class AllocationListTest {
  private final RunningApp app = RunningApp.shared();

  @Test
  void allocations_heldOnADay_runOnThatDay() {
    List<String> from = get("allocations?limit=100&heldOn=2026-11-22").getList("items.from");
    List<String> to = get("allocations?limit=100&heldOn=2026-11-22").getList("items.to");
    assertThat(from).isNotEmpty().allMatch(day -> day.compareTo("2026-11-22") <= 0);
    assertThat(to).allMatch(day -> day.compareTo("2026-11-22") >= 0);
    int all = get("allocations").getInt("total");
    assertThat(from).hasSizeLessThan(all);
    assertThat(get("allocations?heldOn=1999-01-01").getInt("total")).isZero();
  }

  @Test
  void allocations_ofSomeStates_areThose() {
    JsonPath found = get("allocations?limit=100&status=planned&status=active&scheme=aiss");
    assertThat(found.<String>getList("items.status")).isNotEmpty().isSubsetOf("planned", "active");
    assertThat(found.<String>getList("items.scheme")).containsOnly("aiss");
    assertThat(get("allocations?fictional=false").getInt("total")).isZero();
  }

  @Test
  void reportedUsers_areListedWithoutAnAmount() {
    JsonPath all = get("allocations");
    assertThat(all.<String>getList("reported.amount"))
        .isNotEmpty()
        .containsOnly("reported, amount not public");
    String user = all.getString("reported[0].organisation");
    JsonPath own = get("organisations/" + user + "/allocations");
    assertThat(own.<String>getList("reported.organisation")).containsExactly(user);
  }

  @Test
  void relations_filtered_areWhatTheFilterNames() {
    assertThat(get("relations?limit=100&type=partner").<String>getList("items.type"))
        .isNotEmpty()
        .containsOnly("partner");
    JsonPath both = get("relations?limit=100&organisation=hkma");
    List<String> from = both.getList("items.from");
    List<String> to = both.getList("items.to");
    assertThat(from).isNotEmpty();
    for (int i = 0; i < from.size(); i++) {
      assertThat(List.of(from.get(i), to.get(i))).contains("hkma");
    }
    assertThat(both.getInt("total")).isEqualTo(get("organisations/hkma/relations").getInt("total"));
    int real = get("relations?fictional=false").getInt("total");
    int invented = get("relations?fictional=true").getInt("total");
    assertThat(real + invented).isEqualTo(get("relations").getInt("total"));
  }

  private JsonPath get(String path) {
    return given()
        .filter(OpenApiFilter.shared())
        .baseUri(app.baseUri())
        .get("/api/v1/" + path)
        .jsonPath();
  }
}
