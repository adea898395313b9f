/**
 * Partners over the real directory: {@link praya.match.Candidates} says who is judged, {@link
 * praya.match.PartnerService} asks the engine in {@code praya.scoring}, {@link
 * praya.match.PartnerRoutes} answers over HTTP. Nothing is scored here.
 */
@NullMarked
package praya.match;

import org.jspecify.annotations.NullMarked;
