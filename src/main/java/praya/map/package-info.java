/**
 * The ecosystem as a map: {@link praya.map.MapService} takes what a viewer may see of the graph and
 * finds who is around an organisation, who leads to another, and what holds the whole together;
 * {@link praya.map.RadialLayout} says where everybody stands, {@link praya.map.MapPages} and {@link
 * praya.map.MapRoutes} show it. Whatever is hidden is left out before anything is computed.
 */
@NullMarked
package praya.map;

import org.jspecify.annotations.NullMarked;
