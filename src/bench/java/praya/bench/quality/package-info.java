/**
 * How good the search is beside what one would otherwise take, on the judged queries of {@code
 * src/bench/quality}. Start with {@link praya.bench.quality.QualityBench}.
 */
@NullMarked
package praya.bench.quality;

import org.jspecify.annotations.NullMarked;
