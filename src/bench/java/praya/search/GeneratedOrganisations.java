package praya.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Profile;
import praya.domain.Sheet;

/**
 * Any number of organisations. The same number gives the same organisations.
 *
 * <p>Codes, needs and offers are those of organisations of the seed, put together anew. The words
 * of a summary are drawn by Zipf's law, the word of rank r as often as 1/r: the first ranks are the
 * words of the seed's summaries in the order of how often they are there, the ranks behind them
 * made-up names, so that a larger directory has more words and most of them are rare. Chinese
 * summaries are pieces of the seed's, drawn in the same way.
 *
 * <p>It differs from real text in that words do not keep company: there are no phrases, so phrases
 * match less and two words together match more evenly; a made-up name has no stem, no synonym and
 * no Chinese; Chinese repeats the seed's pieces, so its rare pairs are more frequent than in real
 * text; and needs and offers are only as various as the seed's.
 */
public final class GeneratedOrganisations {
  private static final Instant CREATED = Instant.parse("2026-11-22T00:00:00Z");

  private final List<Indexed> seed = SeedData.all();
  private final List<String> words = new ArrayList<>();
  private final List<String> chinese = new ArrayList<>();
  private final Random random = new Random(20261122);
  private final List<String> ranked;
  private final List<String> pieces;

  /** English words, and as many again that no text of the seed has. */
  private static final int RANKS = 200_000;

  private static final int WORDS = 36;
  private static final int PIECES = 5;
  private static final int PIECE = 12;

  public GeneratedOrganisations() {
    List<String> english = new ArrayList<>();
    List<String> cut = new ArrayList<>();
    for (Indexed each : seed) {
      LocalText summary = each.sheet().organisation().profile().summary();
      if (summary.en() != null) {
        english.addAll(List.of(summary.en().split("[^\\p{L}\\p{N}-]+")));
      }
      String chinese = summary.zhHant();
      for (int at = 0; chinese != null && at + PIECE < chinese.length(); at += PIECE) {
        cut.add(chinese.substring(at, at + PIECE));
      }
    }
    ranked = byFrequency(english);
    pieces = byFrequency(cut);
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
    LocalText summary = LocalText.of(english(), from.summary().zhHant() == null ? null : chinese());
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

  private static List<String> byFrequency(List<String> words) {
    Map<String, Integer> counts = new TreeMap<>();
    words.stream().filter(word -> !word.isEmpty()).forEach(w -> counts.merge(w, 1, Integer::sum));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private String english() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS; i++) {
      int rank = zipf(RANKS);
      text.append(i == 0 ? "" : " ");
      text.append(rank < ranked.size() ? ranked.get(rank) : madeUp(rank));
    }
    return text.append('.').toString();
  }

  private String chinese() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < PIECES; i++) {
      text.append(pieces.get(zipf(pieces.size())));
    }
    return text.append('。').toString();
  }

  /** A rank from 0, the first as often as the second and the third together, and so on. */
  private int zipf(int ranks) {
    return (int) Math.min(ranks - 1, Math.exp(random.nextDouble() * Math.log(ranks + 1.0)) - 1);
  }

  private static String madeUp(int rank) {
    StringBuilder word = new StringBuilder();
    for (int rest = rank; rest > 0; rest /= 85) {
      word.append("bcdfghklmnprstvwz".charAt(rest % 17)).append("aeiou".charAt(rest / 17 % 5));
    }
    return word.append(rank % 3 == 0 ? "x" : "n").toString();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
