/**
 * Who would be a partner for whom, and why: the pure engine. Start with {@link
 * praya.scoring.Partners}, which ranks candidates for one organisation, and {@link
 * praya.scoring.Scorer}, which judges one pair; the criteria are named objects in {@link
 * praya.scoring.Criterion}, their numbers in {@link praya.scoring.Weights}. The engine sees what
 * its {@link praya.scoring.VisibleSheet}s show and nothing else. No clock, no randomness, no I/O.
 */
@NullMarked
package praya.scoring;

import org.jspecify.annotations.NullMarked;
