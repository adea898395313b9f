/**
 * Judges the search: indexes any collection as the directory is indexed, asks it judged queries and
 * tells how good the answers are. Start with {@link praya.evaluation.Evaluation}. No database, no
 * server; the index lies in a folder of its own and is gone afterwards.
 */
@NullMarked
package praya.evaluation;

import org.jspecify.annotations.NullMarked;
