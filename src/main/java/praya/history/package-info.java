/**
 * What records were: every version of an organisation, a need or an offer, who wrote it and why,
 * the difference of any two, and taking a change back. Versions are written by {@code
 * store.Journal} together with the record; here they are read. Start at {@link HistoryService}.
 */
@NullMarked
package praya.history;

import org.jspecify.annotations.NullMarked;
