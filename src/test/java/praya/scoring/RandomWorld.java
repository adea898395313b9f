package praya.scoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Profile;
import praya.domain.Relation;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.graph.EcosystemGraph;

/** Organisations, needs, offers and relations drawn from the real taxonomy; one seed, one world. */
final class RandomWorld {
  static final LocalDate DAY = LocalDate.parse("2026-11-22");
  private static final Taxonomy TAXONOMY = SeedFiles.load().taxonomy;

  /** Few enough that needs and offers meet often. */
  private static final List<String> CAPABILITIES = codes(Vocabulary.CAPABILITIES).subList(0, 20);

  private final Random random;
  final List<Sheet> sheets = new ArrayList<>();
  final Scorer scorer;

  RandomWorld(int seed) {
    random = new Random(seed);
    Map<UUID, Organisation> byId = new HashMap<>();
    for (int i = 0; i < 14; i++) {
      Organisation organisation = organisation("org-" + i);
      byId.put(organisation.id(), organisation);
      sheets.add(
          new Sheet(
              organisation,
              exchanges(Side.NEED, organisation),
              exchanges(Side.OFFER, organisation)));
    }
    List<Relation> relations = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      relations.add(relation(i));
    }
    scorer =
        new Scorer(
            new Surroundings(TAXONOMY, EcosystemGraph.of(relations), byId, DAY), Weights.FIRST);
  }

  private Organisation organisation(String slug) {
    var classification =
        new Classification(
            some(codes(Vocabulary.LAYERS), 2),
            some(codes(Vocabulary.SECTORS).subList(0, 5), 2),
            some(CAPABILITIES, 3));
    LocalText name = chance() ? LocalText.of(slug, null) : LocalText.of(null, "機構" + slug);
    var profile =
        new Profile(name, List.of(), "startup", LocalText.NONE, classification, null, null);
    Instant confirmed =
        chance()
            ? Instant.parse("2026-11-01T00:00:00Z").minusSeconds(random.nextInt(60_000_000))
            : null;
    var origin = new Origin(random.nextInt(5) > 0, List.of("a test"), confirmed);
    return new Organisation(
        SeedFiles.id(slug), 1, new Entry(slug, profile, Campus.UNKNOWN, null, origin), chance());
  }

  private List<Exchange> exchanges(Side side, Organisation owner) {
    List<Exchange> exchanges = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      exchanges.add(exchange(side, owner, some(CAPABILITIES, 3)));
    }
    return exchanges;
  }

  Exchange exchange(Side side, Organisation owner, List<String> capabilities) {
    List<Visibility> visibilities =
        List.of(Visibility.PUBLIC, Visibility.PUBLIC, Visibility.MATCH_ONLY, Visibility.ANONYMOUS);
    var content =
        new Exchange.Content(
            owner.slug(),
            one(List.of("capability", "capability", "evaluation", "compute", "data")),
            new Exchange.Wording(LocalText.of("a 100% title", "標題"), LocalText.NONE),
            new Exchange.Topic(capabilities, some(codes(Vocabulary.SECTORS).subList(0, 5), 2)),
            one(visibilities),
            new Period(DAY.minusDays(random.nextInt(500)), chance() ? null : DAY.plusDays(9)),
            true);
    return new Exchange(side, side + "-" + random.nextInt(1_000_000), 1, owner.id(), content);
  }

  private Relation relation(int number) {
    Organisation from = one(sheets).organisation();
    Organisation to = one(sheets).organisation();
    var content =
        new Relation.Content(
            from.slug(), to.slug(), "partner", LocalText.of("a fact", null), null, "a test", true);
    return new Relation("relation-" + number, 1, from.id(), to.id(), content);
  }

  private static List<String> codes(Vocabulary vocabulary) {
    return TAXONOMY.list(vocabulary).stream().map(Term::code).toList();
  }

  private boolean chance() {
    return random.nextBoolean();
  }

  <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private List<String> some(List<String> values, int most) {
    List<String> chosen = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      String value = one(values);
      if (!chosen.contains(value)) {
        chosen.add(value);
      }
    }
    return chosen;
  }
}
