/**
 * Who would be a partner for whom, and why: the pure engine. Start with {@link
 * praya.match.Partners}, which ranks candidates for one organisation, and {@link
 * praya.match.Scorer}, which judges one pair; the criteria are named objects in {@link
 * praya.match.Criterion}, their numbers in {@link praya.match.Weights}. The engine sees what its
 * {@link praya.match.VisibleSheet}s show and nothing else. No clock, no randomness, no I/O.
 */
@NullMarked
package praya.match;

import org.jspecify.annotations.NullMarked;
