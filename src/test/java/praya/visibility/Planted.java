package praya.visibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import praya.Core;
import praya.domain.Actor;
import praya.domain.Allocation;
import praya.domain.Audience;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.ComputeReport;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Profile;
import praya.domain.Relation;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.testkit.TestCore;

/**
 * Records of every kind and every visibility with words that nothing else has, planted into a
 * directory: all of them, or only those that an audience may see. In the second case what belongs
 * to an organisation that the audience may not see, and may be seen without it, is the {@link
 * #HOST}'s: for that audience both directories must be the same.
 */
final class Planted {
  /** Organisations of the seed whose own pages are to change for nobody who may not know. */
  static final String HOST = "great-fig-bank";

  static final String OTHER = "tin-kite-compute";

  private static final Actor AGAIN = TestCore.TESTER.because("to show and hide again");

  private static final List<String> CHARACTERS =
      List.of("龘", "靐", "齉", "爩", "麤", "灪", "龗", "厵", "爨", "癵", "驫", "鱻", "羴", "猋", "骉");

  private final Core core;
  private final Audience only;
  private final Map<String, Audience> words = new LinkedHashMap<>();
  private final Map<String, List<String>> ids = new LinkedHashMap<>();
  private final List<String> slugs = new ArrayList<>();
  private final Set<String> ofHost = new HashSet<>();
  private boolean hosted;
  private int made;

  private Planted(Core core, Audience only) {
    this.core = core;
    this.only = only;
  }

  /** Plants everything. */
  static Planted everything(Core core) {
    return new Planted(core, null).plant();
  }

  /** Plants what an audience may see. */
  static Planted onlyFor(Audience audience, Core core) {
    return new Planted(core, audience).plant();
  }

  /** Every planted word with the smallest audience that may meet it; null for nobody. */
  Map<String, Audience> words() {
    return words;
  }

  /** The words of needs, offers and allocations that are the host's. */
  Set<String> ofHost() {
    return ofHost;
  }

  /** The planted ids by the plural of their kind, whether planted here or not. */
  Map<String, List<String>> ids() {
    return ids;
  }

  /** Present and former slugs of planted organisations, whether planted here or not. */
  List<String> slugs() {
    return slugs;
  }

  private Planted plant() {
    for (Visibility visibility : List.of(Visibility.MEMBERS, Visibility.STAFF, Visibility.HIDDEN)) {
      String slug = "qxv-" + visibility.code() + "-firm";
      organisation(slug, visibility);
      for (Visibility own : Visibility.values()) {
        belongings(slug, visibility, own);
      }
    }
    hosted = true;
    for (Visibility own : Visibility.values()) {
      if (own != Visibility.PUBLIC) {
        belongings(HOST, Visibility.PUBLIC, own);
      }
    }
    hosted = false;
    relation(HOST, OTHER, Visibility.MEMBERS, Audience.MEMBERS);
    relation(HOST, "qxv-hidden-firm", Visibility.PUBLIC, null);
    relation("qxv-hidden-firm", OTHER, Visibility.PUBLIC, null);
    relation("qxv-staff-firm", HOST, Visibility.PUBLIC, Audience.STAFF);
    relation("qxv-members-firm", HOST, Visibility.STAFF, Audience.STAFF);
    relation("qxv-members-firm", OTHER, Visibility.PUBLIC, Audience.MEMBERS);
    relation(OTHER, "qxv-members-firm", Visibility.HIDDEN, null);
    return this;
  }

  private boolean isPlanted(Audience smallest) {
    return only == null || (smallest != null && smallest.compareTo(only) <= 0);
  }

  /** The smallest audience that a rule lets see something; null when it lets none. */
  private static Audience smallest(java.util.function.Predicate<Audience> rule) {
    for (Audience audience : Audience.values()) {
      if (rule.test(audience)) {
        return audience;
      }
    }
    return null;
  }

  /** A word that is nowhere else, and is for this audience. */
  private String word(Audience audience) {
    made++;
    String word = "qxv" + (char) ('a' + made / 26) + (char) ('a' + made % 26) + "ol";
    words.put(word, audience);
    if (hosted) {
      ofHost.add(word);
    }
    return word;
  }

  private String chinese(Audience audience) {
    made++;
    String word =
        CHARACTERS.get(made % 15) + CHARACTERS.get(made / 15 % 15) + CHARACTERS.get(made % 7);
    words.put(word, audience);
    if (hosted) {
      ofHost.add(word);
    }
    return word;
  }

  private LocalText text(Audience audience) {
    return new LocalText("Machine " + word(audience) + " learning", chinese(audience) + "語音", null);
  }

  private void organisation(String slug, Visibility visibility) {
    Audience smallest = smallest(audience -> audience.sees(visibility));
    words.put(slug, smallest);
    slugs.addAll(List.of(slug, slug + "-once"));
    var profile =
        new Profile(
            text(smallest),
            List.of(word(smallest) + " " + word(smallest), chinese(smallest)),
            "startup",
            text(smallest),
            new Classification(
                List.of("industry-application"), List.of("fintech"), List.of("computer-vision")),
            2026,
            "https://" + word(smallest) + ".example");
    var report = new ComputeReport(text(smallest), LocalDate.of(2026, 11, 1));
    var origin = new Origin(true, List.of("Source " + word(smallest)), null);
    var entry =
        new Entry(
            slug + "-once", profile, new Campus(true, word(smallest)), report, origin, visibility);
    if (isPlanted(smallest)) {
      core.organisations().create(entry, TestCore.TESTER);
      var moved = new Entry(slug, profile, entry.campus(), report, origin, visibility);
      core.organisations().replace(slug + "-once", 1, moved, TestCore.TESTER);
    }
  }

  private void belongings(String slug, Visibility organisation, Visibility own) {
    Audience text = smallest(audience -> audience.seesText(own, organisation));
    // Whoever may see a text but not whose it is reads the same whoever's it is.
    boolean told = only == null || only.seesOwner(own, organisation);
    String owner = told ? slug : HOST;
    for (Side side : Side.values()) {
      String id = id(side.plural(), text);
      var content =
          new Exchange.Content(
              owner,
              "capability",
              new Exchange.Wording(text(text), text(text)),
              new Exchange.Topic(List.of("computer-vision"), List.of("fintech")),
              own,
              new Period(LocalDate.of(2026, 1, 1), null),
              true);
      if (isPlanted(text)) {
        core.exchanges().create(side, content, id, TestCore.TESTER);
      }
    }
    if (own != Visibility.MATCH_ONLY) {
      String id = id("allocations", text);
      var grant =
          new Allocation.Grant(
              "list-price",
              1,
              new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 31)),
              Allocation.Status.ACTIVE,
              Allocation.Shareability.NOT_SHAREABLE);
      var content = new Allocation.Content(owner, text(text), grant, true, own);
      if (isPlanted(text)) {
        core.allocations().create(content, id, TestCore.TESTER);
        core.allocations()
            .putWeek(
                id,
                new praya.compute.Holding.Week(LocalDate.of(2026, 11, 9), 168, 77),
                TestCore.TESTER);
      }
    }
  }

  private void relation(String from, String to, Visibility visibility, Audience smallest) {
    String id = id("relations", smallest);
    var content =
        new Relation.Content(
            new Relation.Ends(from, to),
            "supplier",
            text(smallest),
            "2026",
            "Source " + word(smallest),
            true,
            visibility);
    if (isPlanted(smallest)) {
      core.relations().create(content, id, TestCore.TESTER);
    }
  }

  private String id(String plural, Audience smallest) {
    String id = word(smallest) + "-" + plural;
    ids.computeIfAbsent(plural, p -> new ArrayList<>()).add(id);
    return id;
  }

  /** Shows what is not for everybody to everybody, and then puts it back as it was. */
  void showAndHideAgain() {
    for (String slug : slugs) {
      core.organisations()
          .find(slug, Viewer.STAFF)
          .ifPresent(before -> {
            write(slug, Visibility.PUBLIC);
            write(slug, before.entry().visibility());
          });
    }
    for (Side side : Side.values()) {
      for (String id : ids.get(side.plural())) {
        Exchange before = core.exchanges().get(side, id, Viewer.STAFF);
        if (before.content().visibility() != Visibility.ANONYMOUS) {
          var open = before.content().with(Visibility.PUBLIC);
          core.exchanges().replace(before, open, AGAIN);
          Exchange opened = core.exchanges().get(side, id, Viewer.STAFF);
          core.exchanges().replace(opened, before.content(), AGAIN);
        }
      }
    }
    for (String id : ids.get("relations")) {
      var before = core.relations().get(id, Viewer.STAFF).content();
      core.relations().replace(id, 1, before.with(Visibility.PUBLIC), AGAIN);
      core.relations().replace(id, 2, before, AGAIN);
    }
  }

  private void write(String slug, Visibility visibility) {
    var before = core.organisations().get(slug, Viewer.STAFF);
    core.organisations().replace(slug, before.version(), before.entry().with(visibility), AGAIN);
  }
}
