package praya.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Profile;
import praya.domain.Sheet;

/**
 * Any number of organisations made of pieces of the seed's: words of names, whole summaries with a
 * sentence of another, codes. The same number gives the same organisations. Words are as frequent
 * as in the seed, so the frequent ones match more organisations than in a real directory of the
 * same size: what is measured is the harder case.
 */
public final class GeneratedOrganisations {
  private static final Instant CREATED = Instant.parse("2026-11-22T00:00:00Z");

  private final List<Indexed> seed = SeedData.all();
  private final List<String> words = new ArrayList<>();
  private final List<String> chinese = new ArrayList<>();
  private final Random random = new Random(20261122);

  public GeneratedOrganisations() {
    for (Indexed each : seed) {
      LocalText name = each.sheet().organisation().profile().name();
      if (name.en() != null) {
        words.addAll(List.of(name.en().split(" ")));
      }
      if (name.zhHant() != null) {
        chinese.add(name.zhHant());
      }
    }
  }

  /** The next organisations. */
  public List<Indexed> next(int count) {
    List<Indexed> made = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      made.add(next());
    }
    return made;
  }

  private Indexed next() {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    Indexed base = pick(seed);
    Organisation like = base.sheet().organisation();
    Organisation other = pick(seed).sheet().organisation();
    Profile from = like.profile();
    LocalText name = name();
    LocalText summary =
        LocalText.of(
            join(from.summary().en(), other.profile().summary().en(), " "),
            join(from.summary().zhHant(), other.profile().summary().zhHant(), ""));
    List<String> capabilities = new ArrayList<>(from.classification().capabilities());
    capabilities.addAll(
        pick(seed).sheet().organisation().profile().classification().capabilities());
    Profile profile =
        new Profile(
            name,
            random.nextInt(4) == 0 ? List.of(pick(words) + pick(words)) : List.of(),
            from.kind(),
            summary,
            new Classification(
                from.classification().layers(),
                other.profile().classification().sectors(),
                capabilities.stream().distinct().toList()),
            random.nextInt(10) == 0 ? null : 2000 + random.nextInt(27),
            from.website());
    Entry entry =
        new Entry(
            "generated-" + id,
            profile,
            new Campus(random.nextBoolean(), like.entry().campus().relation()),
            null,
            new Origin(random.nextInt(4) == 0, List.of("generated"), null));
    Organisation organisation = new Organisation(id, 1, entry, random.nextInt(10) == 0);
    Sheet sheet = new Sheet(organisation, base.sheet().needs(), base.sheet().offers());
    String json =
        new String(base.json(), StandardCharsets.UTF_8).replace(like.slug(), entry.slug());
    return new Indexed(sheet, json.getBytes(StandardCharsets.UTF_8), CREATED);
  }

  private LocalText name() {
    StringBuilder en = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      en.append(pick(words)).append(' ');
    }
    en.append(random.nextInt(3) == 0 ? "Limited" : pick(words));
    boolean both = random.nextInt(3) == 0;
    return LocalText.of(en.toString(), both ? pick(chinese).substring(0, 2) + pick(chinese) : null);
  }

  private static @Nullable String join(@Nullable String a, @Nullable String b, String between) {
    return a == null || b == null ? a == null ? b : a : a + between + b;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
