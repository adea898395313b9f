/**
 * Teams for a call or a brief: {@link praya.team.TeamService} brings the organisations and
 * relations that a viewer may know of to the engine of {@code praya.consortium}, {@link
 * praya.team.TeamJson} and {@link praya.team.TeamWords} tell its answer.
 */
@NullMarked
package praya.team;

import org.jspecify.annotations.NullMarked;
