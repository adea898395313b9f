/**
 * Graphs as arrays, for what has to look at all of a network: who may be tied next ({@link
 * praya.network.LinkMeasure}), communities ({@link praya.network.Communities}), bridges, and ways
 * of introduction. Start with {@link praya.network.Network}. Pure: no database, no clock; the same
 * edges give the same answer in whatever order they come.
 */
@NullMarked
package praya.network;

import org.jspecify.annotations.NullMarked;
