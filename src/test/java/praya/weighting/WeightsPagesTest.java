package praya.weighting;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Introduction.Course;
import praya.domain.Introduction.Outcome;
import praya.domain.Introduction.Status;
import praya.domain.LocalText;
import praya.introduction.IntroductionForm;
import praya.scoring.WeightTable;
import praya.scoring.Weights;
import praya.testkit.StewardApp;
import praya.testkit.TestCore;

/** Staff try and save weights over HTTP. */
class WeightsPagesTest {
  private static final String PAGE = "/staff/weights";
  private final StewardApp app = StewardApp.start();
  private final Actor ann = app.members().member("ann", "red-kite");
  private final Actor sam = app.members().staff("sam");

  @BeforeEach
  void introduce() {
    LocalDate day = LocalDate.of(2026, 10, 1);
    app.test()
        .core()
        .introductions()
        .put(
            new IntroductionForm(
                "intro-1",
                "red-kite",
                "blue-heron",
                new Course(null, null, day, day.plusDays(2), Status.ACCEPTED, Outcome.MET, null),
                LocalText.of("They met.", null),
                true),
            TestCore.TESTER);
  }

  @AfterEach
  void close() {
    app.close();
  }

  @Test
  void change_isTriedThenSaved_andListsTellTheVersion() {
    var tried = send("try", "staleDays", "200", "organisations", "red-kite, blue-heron");
    assertThat(tried.statusCode()).isEqualTo(200);
    assertThat(tried.body())
        .contains(
            "id=\"effect\"", "id=\"past-mrr\"", "/organisations/blue-heron", "1 introduction");
    assertThat(version()).as("a trial stores nothing").isEqualTo(Weights.FIRST.version());
    var saved = send("save", "staleDays", "200", "remark", "Needs age fast.");
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(version()).isNotEqualTo(Weights.FIRST.version());
    assertThat(app.get(sam, PAGE).body()).contains("Needs age fast.", "value=\"200\"");
    assertThat(app.get(null, "/api/v1/weights").body())
        .contains("\"staleDays\":200", "Needs age fast.")
        .doesNotContain("account:");
    var late = send("save", "staleDays", "300", "remark", "Too late.");
    assertThat(late.statusCode()).as("the form is of the version before").isEqualTo(409);
  }

  @Test
  void faults_areToldTogether_andNothingIsStored() {
    var wrong = send("save", "staleDays", "soon", "enough", "3", "remark", "x");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("staleDays (soon)");
    var more = send("save", "taker", "99", "remark", "x");
    assertThat(more.statusCode()).isEqualTo(422);
    assertThat(more.body()).contains("must sum to 100");
    var nobody = send("try", "organisations", "grey-owl");
    assertThat(nobody.statusCode()).isEqualTo(422);
    assertThat(nobody.body()).contains("grey-owl");
    var early = send("try", "calibrate", "yes");
    assertThat(early.statusCode()).isEqualTo(422);
    assertThat(early.body()).contains("fewer than 30 answers");
    assertThat(version()).isEqualTo(Weights.FIRST.version());
  }

  @Test
  void members_andStrangers_mayNot() {
    assertThat(app.get(ann, PAGE).statusCode()).isEqualTo(403);
    assertThat(app.post(ann, PAGE, fields("save", "remark", "why not")).statusCode())
        .isEqualTo(403);
    assertThat(app.get(null, PAGE).statusCode()).isEqualTo(303);
  }

  private String version() {
    return app.get(null, "/api/v1/organisations/red-kite/partners")
        .body()
        .replaceFirst("(?s).*\"weightsVersion\":\"([^\"]+)\".*", "$1");
  }

  private HttpResponse<String> send(String intent, String... changed) {
    return app.post(sam, PAGE, fields(intent, changed));
  }

  /** The form as it is first shown, with some fields changed. */
  private static String[] fields(String intent, String... changed) {
    List<String> fields =
        new ArrayList<>(List.of("intent", intent, "base", Weights.FIRST.version()));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < changed.length; i += 2) {
      names.add(changed[i]);
      fields.addAll(List.of(changed[i], changed[i + 1]));
    }
    WeightTable.of(Weights.FIRST)
        .values()
        .forEach((weight, value) -> {
          if (!names.contains(weight.code())) {
            fields.addAll(List.of(weight.code(), WeightTable.text(value)));
          }
        });
    return fields.toArray(String[]::new);
  }
}
