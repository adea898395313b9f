/**
 * Calls: what somebody asks teams for. {@link praya.call.CallService} takes them from imports and
 * gives them to everybody; {@link praya.call.CallPages} shows them with the teams that could answer
 * them, which {@code praya.team} finds.
 */
@NullMarked
package praya.call;

import org.jspecify.annotations.NullMarked;
