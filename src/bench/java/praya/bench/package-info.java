/**
 * Measurements of the whole program. Nothing here runs with the tests; {@code src/bench/run} starts
 * it and says what it measures.
 */
@NullMarked
package praya.bench;

import org.jspecify.annotations.NullMarked;
