package praya.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import praya.directory.Card;
import praya.directory.DirectoryPage;
import praya.directory.HomePage;
import praya.domain.Fault;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Match;
import praya.domain.Organisation;
import praya.domain.Reason;
import praya.domain.Relation;
import praya.domain.Side;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Address;
import praya.http.ErrorPage;
import praya.http.Frame;
import praya.http.Phrase;
import praya.http.Reader;
import praya.http.Source;
import praya.http.Texts;
import praya.http.Theme;
import praya.identity.SignInPage;
import praya.identity.StaffPage;
import praya.identity.StaffPages;
import praya.organisation.AllocationItem;
import praya.organisation.ExchangeItem;
import praya.organisation.Names;
import praya.organisation.OrganisationPage;
import praya.organisation.Partners;
import praya.organisation.RelationItem;
import praya.organisation.Tag;

/** Models of all pages, filled from the seed data as the services would fill them. */
public final class Sample {
  /** The day of the seed data. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final Texts TEXTS = Texts.load();

  final SeedRecords seed = new SeedRecords();
  final Taxonomy taxonomy = seed.taxonomy();

  /** A frame for the page at this address, seen by anybody. */
  public static Frame frame(Language language, Address here, String title) {
    return frame(language, here, title, Reader.ANYBODY);
  }

  public static Frame frame(Language language, Address here, String title, Reader reader) {
    return new Frame(TEXTS.in(language), Frame.Head.of(title, title), here, reader, "0.1.0");
  }

  public SeedRecords seed() {
    return seed;
  }

  public HomePage home(Frame frame) {
    Language page = frame.language();
    List<HomePage.Example> examples =
        List.of(
            new HomePage.Example(phrase("credit memo drafting", "en", page)),
            new HomePage.Example(phrase("粵語語音", "zh-Hant", page)),
            new HomePage.Example(phrase("hospital pilot site", "en", page)));
    long fictional = seed.organisations().stream().filter(Organisation::fictional).count();
    long all = seed.organisations().size();
    String split = frame.say("home.figure.split", all - fictional, fictional);
    String demo = frame.say("home.figure.demo");
    List<HomePage.Figure> figures =
        List.of(
            figure(frame, all, "organisations", split),
            figure(frame, 342, "startups", frame.say("home.figure.split", 272, 70)),
            figure(frame, 96, "needs", demo),
            figure(frame, 148, "offers", demo),
            figure(frame, 201, "relations", frame.say("home.figure.split", 100, 101)));
    return new HomePage(
        examples,
        piers(page),
        figures,
        layers(page),
        newest(frame),
        connected(page),
        holders(page));
  }

  private static HomePage.Figure figure(Frame frame, long value, String key, String note) {
    return new HomePage.Figure(
        frame.number(value), frame.say("home.figure." + key), note, "/organisations");
  }

  private List<HomePage.Pier> piers(Language page) {
    Map<String, Long> counts = counts(o -> o.profile().classification().sectors());
    long most = counts.values().stream().mapToLong(n -> n).max().orElse(1);
    return taxonomy.list(Vocabulary.SECTORS).stream()
        .filter(term -> counts.containsKey(term.code()))
        .map(term -> {
          long count = counts.get(term.code());
          Tag tag = Tag.of(taxonomy, Vocabulary.SECTORS, term.code(), page);
          int length = HomePage.Pier.length(count, most);
          return new HomePage.Pier(tag.label(), count, length, tag.href());
        })
        .toList();
  }

  private List<HomePage.Layer> layers(Language page) {
    Map<String, Long> counts = counts(o -> o.profile().classification().layers());
    long most = counts.values().stream().mapToLong(n -> n).max().orElse(1);
    return taxonomy.list(Vocabulary.LAYERS).stream()
        .map(term -> {
          long count = counts.getOrDefault(term.code(), 0L);
          Tag tag = Tag.of(taxonomy, Vocabulary.LAYERS, term.code(), page);
          int percent = (int) (100 * count / most);
          return new HomePage.Layer(tag.label(), count, percent, tag.href());
        })
        .toList();
  }

  private List<Card> newest(Frame frame) {
    return seed.organisations().stream()
        .filter(o -> o.profile().foundedOrIntakeYear() != null)
        .sorted(Comparator.comparing(o -> -o.profile().foundedOrIntakeYear()))
        .limit(6)
        .map(o -> Card.of(o, taxonomy, frame.language()))
        .toList();
  }

  private List<HomePage.Connected> connected(Language page) {
    Map<String, Long> degrees = new LinkedHashMap<>();
    for (Relation relation : seed.relations()) {
      degrees.merge(relation.content().from(), 1L, Long::sum);
      degrees.merge(relation.content().to(), 1L, Long::sum);
    }
    return degrees.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(6)
        .map(e -> {
          Organisation found = seed.organisation(e.getKey());
          return new HomePage.Connected(Names.of(found, page), found.fictional(), e.getValue());
        })
        .toList();
  }

  private HomePage.Compute holders(Language page) {
    Map<String, Long> cards = new LinkedHashMap<>();
    seed.allocations().stream()
        .filter(a -> a.content().grant().period().contains(TODAY))
        .forEach(a ->
            cards.merge(a.content().organisation(), (long) a.content().grant().cards(), Long::sum));
    long most = cards.values().stream().mapToLong(n -> n).max().orElse(1);
    long sum = cards.values().stream().mapToLong(n -> n).sum();
    List<HomePage.Holder> holders =
        cards.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .limit(6)
            .map(e ->
                new HomePage.Holder(
                    Names.of(seed.organisation(e.getKey()), page),
                    true,
                    e.getValue(),
                    (int) (100 * e.getValue() / most)))
            .toList();
    return new HomePage.Compute("3,000", String.format("%,d", sum), sum * 100 / 3000, holders);
  }

  public DirectoryPage directory(Frame frame) {
    return new SampleDirectory(this).directory(frame);
  }

  Map<String, Long> counts(Function<Organisation, List<String>> codes) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Organisation organisation : seed.organisations()) {
      codes.apply(organisation).forEach(code -> counts.merge(code, 1L, Long::sum));
    }
    return counts;
  }

  /** The page of any organisation with everything that the seed says, and made-up partners. */
  public OrganisationPage organisation(Frame frame, Organisation organisation) {
    Language page = frame.language();
    List<RelationItem> relations = new ArrayList<>();
    for (Relation relation : seed.relations()) {
      boolean from = relation.fromId().equals(organisation.id());
      if (from || relation.toId().equals(organisation.id())) {
        String other = from ? relation.content().to() : relation.content().from();
        relations.add(RelationItem.of(relation, seed.organisation(other), frame, taxonomy));
      }
    }
    List<AllocationItem> allocations =
        seed.allocations().stream()
            .filter(a -> a.organisationId().equals(organisation.id()))
            .map(a -> AllocationItem.of(a, seed.usage(a), taxonomy, page))
            .toList();
    var reported = organisation.entry().computeReported();
    OrganisationPage.Report report =
        reported == null
            ? null
            : new OrganisationPage.Report(Phrase.of(reported.fact(), page, ""), reported.date());
    return new OrganisationPage(
        organisation,
        OrganisationPage.Heading.of(organisation, taxonomy, page),
        new OrganisationPage.Exchanges(
            exchanges(organisation, Side.NEED, page), exchanges(organisation, Side.OFFER, page)),
        new OrganisationPage.Around(relations, List.of()),
        new OrganisationPage.Compute(allocations, report),
        partners(frame, organisation),
        Source.list(organisation.entry().origin().sources()));
  }

  private List<ExchangeItem> exchanges(Organisation organisation, Side side, Language page) {
    return seed.exchanges(side).stream()
        .filter(e -> e.organisationId().equals(organisation.id()))
        .map(e -> ExchangeItem.of(e, taxonomy, page, TODAY))
        .toList();
  }

  private Partners partners(Frame frame, Organisation organisation) {
    List<Partners.Item> items = new ArrayList<>();
    List<Organisation> others =
        seed.organisations().stream()
            .filter(o -> o.fictional() == organisation.fictional() && !o.equals(organisation))
            .skip(4)
            .limit(5)
            .toList();
    for (Organisation other : others) {
      int you = 82 - 9 * items.size();
      int them = 64 - 3 * items.size();
      double score = Math.round(200.0 * you * them / (you + them)) / 100.0;
      Match match = new Match(other, you, them, score, reasons(you, them));
      items.add(Partners.Item.of(match, taxonomy, frame.language()));
    }
    List<Partners.Excluded> excluded =
        List.of(
            new Partners.Excluded(frame.coded("excluded.", "already related").text(), 6),
            new Partners.Excluded(frame.coded("excluded.", "nothing in common").text(), 57));
    List<String> known =
        List.of(frame.say("partners.known.needs"), frame.say("partners.known.offers"));
    return new Partners(items, 89, excluded, known, new Partners.Run("2026-11", TODAY));
  }

  private static List<Reason> reasons(int you, int them) {
    return List.of(
        reason(
            Reason.Beneficiary.YOU,
            you - 18,
            "Your need “Credit memo drafting” is met by their offer “Language models inside your"
                + " own server room”.",
            "你的需要「草擬信貸報告」可由對方的「在自家機房運行的語言模型」滿足。"),
        reason(Reason.Beneficiary.YOU, 12, "Both work in financial technology.", "雙方均從事金融科技。"),
        reason(Reason.Beneficiary.YOU, 6, "Their record was confirmed this month.", "對方紀錄於本月確認。"),
        reason(
            Reason.Beneficiary.THEM,
            them - 14,
            "They look for a pilot site; you offer one.",
            "對方尋找試點場地，而你可提供。"),
        reason(Reason.Beneficiary.THEM, 14, "You share two partners.", "雙方有兩個共同夥伴。"));
  }

  private static Reason reason(Reason.Beneficiary side, int points, String en, String zhHant) {
    return new Reason(side, "sample", points, LocalText.of(en, zhHant), List.of());
  }

  public ErrorPage error(int status) {
    return status == 400
        ? new ErrorPage(
            400,
            "The parameter (limit) must be a number.",
            List.of(new Fault("limit", "x", "The limit (x) must be from 1 to 100.")),
            null)
        : new ErrorPage(status, null, List.of(), status == 500 ? "7f3a-22c1" : null);
  }

  public SignInPage signIn() {
    return new SignInPage(
        "/staff",
        "signIn.fault",
        "csrf-token",
        "",
        List.of(new SignInPage.Provider("harbour", "Harbour")),
        true);
  }

  public StaffPage staff(Frame frame) {
    Instant made = Instant.parse("2026-11-20T03:04:00Z");
    var now =
        new StaffPages.State(
            List.of(
                new StaffPage.View(frame.say("staff.view.search"), true, 1204, 0),
                new StaffPage.View(frame.say("staff.view.graph"), false, 1180, 24)),
            List.of(
                new StaffPage.Count(frame.say("about.record.organisations"), "455"),
                new StaffPage.Count(frame.say("about.record.relations"), "201")),
            List.of(new StaffPage.Queue("claims", 2), new StaffPage.Queue("proposals", 0)));
    return new StaffPage(
        now,
        List.of(
            new StaffPage.Key("k1", "importer", "staff", made, null),
            new StaffPage.Key("k0", "old importer", "staff", made, made.plusSeconds(86_400))),
        "praya_example_key");
  }

  /** A signed-in member of staff. */
  public static Reader staffReader(Theme theme) {
    return new Reader(theme, praya.domain.Role.STAFF, "csrf-token");
  }

  private static Phrase phrase(String text, String lang, Language page) {
    return new Phrase(text, lang.equals(page.tag()) ? null : lang);
  }
}
