/**
 * Rounds of introductions as staff run them: {@link praya.meeting.RoundForm} reads who takes part
 * and by which rules, {@link praya.meeting.RoundService} keeps a round from draft to publication
 * and has it computed by {@link praya.round.RoundEngine} out of the scores of {@link
 * praya.meeting.RoundScores}. {@link praya.meeting.RoundPages} and {@link
 * praya.meeting.RoundRoutes} are for staff, {@link praya.meeting.SuggestionPages} shows members
 * whom their organisations are suggested to.
 */
@NullMarked
package praya.meeting;

import org.jspecify.annotations.NullMarked;
