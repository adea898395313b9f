package praya.search;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Organisations that were hits lately, ready to mark words in: to read one from its column and cut
 * it into words costs far more than to mark it. Segments never change, so what is kept is never
 * stale; of a deleted organisation it is dropped when another takes its slot.
 *
 * <p>For any number of threads, without locks: two that miss the same record make it twice.
 */
final class RecordCache {
  /**
   * A power of two: room for every hit of a directory of thousands, and the bound of what is kept.
   */
  private static final int SLOTS = 2048;

  /** A bound. What is kept stays as it is when they are forgotten; only sharing begins anew. */
  private static final int MOST_STRINGS = 20_000;

  private final Map<String, String> strings = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<@Nullable Kept> slots = new AtomicReferenceArray<>(SLOTS);

  private record Kept(Object segment, int doc, ScannedRecord record) {}

  private static int slot(Object segment, int doc) {
    return (System.identityHashCode(segment) * 31 + doc) & (SLOTS - 1);
  }

  @SuppressWarnings("ReferenceEquality") // a segment equals nothing but itself
  @Nullable ScannedRecord find(Object segment, int doc) {
    Kept kept = slots.getAcquire(slot(segment, doc));
    return kept != null && kept.segment() == segment && kept.doc() == doc ? kept.record() : null;
  }

  ScannedRecord keep(Object segment, int doc, HitRecord record) {
    if (strings.size() > MOST_STRINGS) {
      strings.clear();
    }
    ScannedRecord scanned = ScannedRecord.of(record, strings);
    slots.setRelease(slot(segment, doc), new Kept(segment, doc, scanned));
    return scanned;
  }
}
