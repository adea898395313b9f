package praya.stewardship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import praya.domain.Actor;
import praya.domain.Problem;
import praya.mail.Letter;
import praya.mail.MailTemplate;
import praya.testkit.Members;
import praya.testkit.Records;
import praya.testkit.StewardApp;
import praya.testkit.TestClock;
import praya.testkit.TestCore;

class ClaimServiceTest {
  private final TestClock clock = new TestClock();
  private final TestCore test = TestCore.withTaxonomy(clock);
  private final Members members = new Members(test);
  private final List<Letter> letters = new ArrayList<>();
  private ClaimService claims;

  @BeforeEach
  void open() {
    claims =
        new ClaimService(
            test.core().database(),
            test.core().journal(),
            test.core().organisations(),
            letters::add,
            new ClaimService.Stamps(UUID::randomUUID, clock));
    create("red-kite", "https://www.red-kite.example");
  }

  @AfterEach
  void close() {
    test.close();
  }

  @Test
  void mailAtTheWebsitesDomain_makesAMember() {
    Actor ann = members.member("ann");
    claims.askByMail("red-kite", "ann@Red-Kite.example", ann);
    assertThat(members.again(ann).organisations()).isEmpty();
    assertThat(letters).hasSize(1);
    assertThat(letters.getFirst().template()).isEqualTo(MailTemplate.CLAIM_LINK);
    assertThat(letters.getFirst().to().text()).isEqualTo("ann@red-kite.example");

    assertThat(claims.confirm(token(), ann).state()).isEqualTo(Claim.State.ACCEPTED);
    assertThat(members.again(ann).organisations()).hasSize(1);
    assertThat(test.core().organisations().get("red-kite", praya.domain.Viewer.STAFF).claimed())
        .isTrue();
    assertThat(letters.getLast().template()).isEqualTo(MailTemplate.CLAIM_ACCEPTED);
    assertThat(test.query("select coalesce(domain, '') || state from claim"))
        .containsExactly("red-kite.exampleaccepted");
  }

  @Test
  void link_isGoodOnceForADayAndForItsAccountOnly() {
    Actor ann = members.member("ann");
    Actor eve = members.member("eve");
    claims.askByMail("red-kite", "ann@red-kite.example", ann);
    String token = token();
    assertThatThrownBy(() -> claims.confirm(token, eve)).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> claims.linked(token, eve)).isInstanceOf(Problem.NotFound.class);
    assertThatThrownBy(() -> claims.confirm(token + "x", ann)).isInstanceOf(Problem.NotFound.class);
    claims.confirm(token, ann);
    assertThatThrownBy(() -> claims.confirm(token, ann)).isInstanceOf(Problem.NotFound.class);

    create("late-owl", "https://late-owl.example");
    claims.askByMail("late-owl", "ann@late-owl.example", ann);
    clock.move(ClaimService.LINK_LIFE);
    assertThatThrownBy(() -> claims.confirm(token(), ann)).isInstanceOf(Problem.NotFound.class);
    assertThat(members.again(ann).organisations()).hasSize(1);
  }

  @Test
  void askingAgain_endsTheEarlierLink() {
    Actor ann = members.member("ann");
    claims.askByMail("red-kite", "ann@red-kite.example", ann);
    String first = token();
    claims.askByMail("red-kite", "ann.b@red-kite.example", ann);
    assertThatThrownBy(() -> claims.confirm(first, ann)).isInstanceOf(Problem.NotFound.class);
    claims.confirm(token(), ann);
  }

  @Test
  void addressElsewhere_isRefused() {
    Actor eve = members.member("eve");
    for (String address :
        List.of(
            "eve@evil.example",
            "eve@red-kite.example.evil.example",
            "eve@mail.red-kite.example",
            "eve@example",
            "eve@red-kite.example\r\nBcc: x@evil.example",
            "eve@evil.example@red-kite.example ",
            "\"@red-kite.example\"@evil.example",
            "")) {
      assertThatThrownBy(() -> claims.askByMail("red-kite", address, eve))
          .as(address)
          .isInstanceOf(Problem.InvalidInput.class);
    }
    assertThat(letters).isEmpty();
    assertThat(test.count("claim")).isZero();
  }

  @Test
  void letters_areFewADay() {
    Actor ann = members.member("ann");
    for (int i = 0; i < ClaimService.LINKS_A_DAY; i++) {
      claims.askByMail("red-kite", "a" + i + "@red-kite.example", ann);
    }
    assertThatThrownBy(() -> claims.askByMail("red-kite", "a@red-kite.example", ann))
        .isInstanceOf(Problem.Conflict.class);
    Actor bob = members.member("bob");
    assertThatThrownBy(() -> claims.askByMail("red-kite", "b@red-kite.example", bob))
        .as("nor may others write to the same place")
        .isInstanceOf(Problem.Conflict.class);
    clock.move(Duration.ofHours(25));
    claims.askByMail("red-kite", "a@red-kite.example", ann);
  }

  @Test
  void website_changedBeforeTheLinkIsUsed_staffDecide() {
    Actor ann = members.member("ann");
    claims.askByMail("red-kite", "ann@red-kite.example", ann);
    var now = test.core().organisations().get("red-kite", praya.domain.Viewer.STAFF);
    test.core()
        .organisations()
        .replace(
            "red-kite",
            now.version(),
            StewardApp.withWebsite(now.entry(), "https://other.example"),
            TestCore.TESTER);
    assertThat(claims.confirm(token(), ann).state()).isEqualTo(Claim.State.WAITING);
    assertThat(members.again(ann).organisations()).isEmpty();
  }

  @Test
  void secondClaimant_waitsForStaff() {
    members.member("ann", "red-kite");
    Actor bob = members.member("bob");
    claims.askByMail("red-kite", "bob@red-kite.example", bob);
    Claim claim = claims.confirm(token(), bob);
    assertThat(claim.state()).isEqualTo(Claim.State.WAITING);
    assertThat(members.again(bob).organisations()).isEmpty();

    Actor sam = members.staff("sam");
    assertThat(claims.waiting(sam)).hasSize(1);
    claims.decide(claim.id(), true, sam);
    assertThat(members.again(bob).organisations()).hasSize(1);
    assertThatThrownBy(() -> claims.decide(claim.id(), false, sam.because("too late")))
        .isInstanceOf(Problem.Conflict.class);
  }

  @Test
  void twoClaimants_atOnce_onlyOneIsAccepted() throws Exception {
    Actor ann = members.member("ann");
    Actor bob = members.member("bob");
    claims.askByMail("red-kite", "ann@red-kite.example", ann);
    String annToken = token();
    claims.askByMail("red-kite", "bob@red-kite.example", bob);
    String bobToken = token();
    List<Callable<Claim.State>> both =
        List.of(
            () -> claims.confirm(annToken, ann).state(),
            () -> claims.confirm(bobToken, bob).state());
    try (var pool = Executors.newFixedThreadPool(2)) {
      var states = new ArrayList<Claim.State>();
      for (var done : pool.invokeAll(both)) {
        states.add(done.get());
      }
      assertThat(states).containsExactlyInAnyOrder(Claim.State.ACCEPTED, Claim.State.WAITING);
    }
    assertThat(test.count("membership")).isEqualTo(1);
  }

  @Test
  void staff_refuseWithAReasonOnly() {
    Actor ann = members.member("ann");
    Actor sam = members.staff("sam");
    Claim claim = claims.askStaff("red-kite", "I am the founder", ann);
    assertThatThrownBy(() -> claims.decide(claim.id(), false, sam))
        .isInstanceOf(Problem.InvalidInput.class);
    claims.decide(claim.id(), false, sam.because("nothing shows it"));
    assertThat(members.again(ann).organisations()).isEmpty();
    assertThat(letters.getLast().template()).isEqualTo(MailTemplate.CLAIM_REFUSED);
    assertThat(letters.getLast().arguments()).contains("nothing shows it");
    claims.askStaff("red-kite", "I bring papers", ann);
  }

  @Test
  void membersAndStrangers_decideNothing() {
    Actor ann = members.member("ann", "red-kite");
    Actor bob = members.member("bob");
    Claim claim = claims.askStaff("red-kite", "", bob);
    for (Actor actor : List.of(ann, bob, Actor.ANYONE)) {
      assertThatThrownBy(() -> claims.decide(claim.id(), true, actor.because("mine")))
          .isInstanceOfAny(Problem.Forbidden.class, Problem.Unauthenticated.class);
      assertThatThrownBy(() -> claims.waiting(actor))
          .isInstanceOfAny(Problem.Forbidden.class, Problem.Unauthenticated.class);
    }
    assertThat(
            claims.waiting(
                test.core().organisations().get("red-kite", praya.domain.Viewer.STAFF), ann))
        .hasSize(1);
    assertThatThrownBy(() ->
            claims.waiting(
                test.core().organisations().get("red-kite", praya.domain.Viewer.STAFF), bob))
        .isInstanceOf(Problem.Forbidden.class);
  }

  @Test
  void leavingAndRemoval_endMembership() {
    Actor ann = members.member("ann", "red-kite");
    Actor bob = members.member("bob", "red-kite");
    Actor sam = members.staff("sam");
    claims.leave("red-kite", ann);
    assertThat(members.again(ann).organisations()).isEmpty();
    assertThatThrownBy(() -> claims.leave("red-kite", members.again(ann)))
        .isInstanceOf(Problem.Forbidden.class);
    assertThatThrownBy(() -> claims.remove("red-kite", bob.account(), sam))
        .isInstanceOf(Problem.InvalidInput.class);
    assertThatThrownBy(() -> claims.remove("red-kite", bob.account(), bob.because("not staff")))
        .isInstanceOf(Problem.Forbidden.class);
    claims.remove("red-kite", bob.account(), sam.because("left the company"));
    assertThat(test.core().organisations().get("red-kite", praya.domain.Viewer.STAFF).claimed())
        .isFalse();
    assertThat(
            test.query(
                "select reason from audit where entity = 'membership' and action = 'removed'"))
        .containsExactly("left the company");
  }

  @Test
  void audit_namesNobody() {
    Actor ann = members.member("ann");
    claims.askByMail("red-kite", "secret.ann@red-kite.example", ann);
    claims.confirm(token(), ann);
    assertThat(
            test.query(
                "select coalesce(after::text, '') || coalesce(before::text, '') from audit where"
                    + " entity <> 'taxonomy'"))
        .noneMatch(text -> text.contains("ann@") || text.contains("secret"));
    assertThat(test.query("select count(*) from change where entity = 'organisation'"))
        .containsExactly("1");
  }

  @Test
  void key_ofNobody_claimsNothing() {
    assertThatThrownBy(() -> claims.askStaff("red-kite", "", TestCore.TESTER))
        .isInstanceOf(Problem.Forbidden.class);
    assertThatThrownBy(() -> claims.askStaff("red-kite", "", Actor.ANYONE))
        .isInstanceOf(Problem.Unauthenticated.class);
  }

  private String token() {
    String path = letters.getLast().path();
    return path.substring(path.indexOf("token=") + 6);
  }

  private void create(String slug, String website) {
    test.core()
        .organisations()
        .create(StewardApp.withWebsite(Records.entry(slug), website), TestCore.TESTER);
  }
}
