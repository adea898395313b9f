package praya.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.Audience;
import praya.domain.Taxonomy;

/**
 * Answers that were given lately, for who asks the same again before anything changes.
 *
 * <p>An answer is kept for the audience that it was made for, which is all that it depends on of
 * who asks, under the request as it came. It belongs to an edition: of the index that it was
 * searched in and of the taxonomy that it was labelled by. As soon as there is another, all answers
 * of the former one are gone. The edition is read before the answer is made, and counts after what
 * it tells of can be seen: an answer may be newer than its edition, but never older.
 *
 * <p>Bounded by bytes. Who asks for many things once does not push out what many ask for: what is
 * kept is chosen by how often it was asked for (W-TinyLFU).
 */
final class AnswerCache {
  /** Some thousands of answers with all facets. */
  static final long MOST_BYTES = 32L << 20;

  /** About what an entry takes besides its request and its answer. */
  private static final int ENTRY_BYTES = 200;

  private final Map<Audience, AtomicReference<Kept>> kept = new EnumMap<>(Audience.class);
  private final long mostBytes;

  AnswerCache() {
    this(MOST_BYTES);
  }

  AnswerCache(long mostBytes) {
    this.mostBytes = mostBytes / Audience.values().length;
    for (Audience audience : Audience.values()) {
      kept.put(audience, new AtomicReference<>(new Kept(new Edition(-1, Taxonomy.EMPTY), table())));
    }
  }

  /**
   * What an answer was made from.
   *
   * @param index the edition of the audience's index
   */
  record Edition(long index, Taxonomy taxonomy) {
    @SuppressWarnings("ReferenceEquality") // another reading of the terms is another taxonomy
    boolean is(Edition other) {
      return index == other.index && taxonomy == other.taxonomy;
    }
  }

  /**
   * An answer in two parts.
   *
   * @param begin up to where something stands that is other in every answer
   * @param end what follows it
   * @param found what was asked and how much was found, which is told each time it is answered
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Answer(byte[] begin, byte[] end, SearchListener.@Nullable Found found) {
    Answer(byte[] begin, byte[] end) {
      this(begin, end, null);
    }

    Answer with(SearchListener.Found other) {
      return new Answer(begin, end, other);
    }
  }

  private record Kept(Edition edition, Cache<String, Answer> answers) {}

  /**
   * The answer to a request, made if it is not kept.
   *
   * @param edition as it was before anything was read for this request
   * @param request the path and the query as they came
   * @param made makes the answer from this edition, or from a later one
   */
  Answer get(Audience audience, Edition edition, String request, Supplier<Answer> made) {
    Cache<String, Answer> answers = answers(audience, edition);
    Answer known = answers.getIfPresent(request);
    if (known == null) {
      known = made.get();
      answers.put(request, known);
    }
    return known;
  }

  private Cache<String, Answer> answers(Audience audience, Edition edition) {
    AtomicReference<Kept> place = Objects.requireNonNull(kept.get(audience));
    Kept present = place.get();
    if (present.edition.is(edition)) {
      return present.answers;
    }
    // Whoever still has an older edition in hand neither reads from a newer table nor writes to it.
    var next = new Kept(edition, table());
    boolean newer = edition.index >= present.edition.index;
    return newer && place.compareAndSet(present, next) ? next.answers : table();
  }

  private Cache<String, Answer> table() {
    return Caffeine.newBuilder()
        .maximumWeight(mostBytes)
        .weigher(AnswerCache::weight)
        .executor(Runnable::run)
        .build();
  }

  private static int weight(String request, Answer answer) {
    return ENTRY_BYTES + 2 * request.length() + answer.begin().length + answer.end().length;
  }

  /** About how many bytes are kept for an audience; for the test of the bound. */
  long bytes(Audience audience) {
    Cache<String, Answer> answers = Objects.requireNonNull(kept.get(audience)).get().answers;
    answers.cleanUp();
    return answers.asMap().entrySet().stream()
        .mapToLong(entry -> weight(entry.getKey(), entry.getValue()))
        .sum();
  }
}
