/**
 * Consortia: the cheapest teams that cover everything a task needs and are connected through known
 * relations. {@link ConsortiumReader} reads files, {@link ConsortiumEngine} answers a {@link Task};
 * behind it {@link Network} holds the graph in arrays, {@link GroupSteiner} is the exact dynamic
 * programme, {@link Builder} builds and improves teams where there are too many capabilities for
 * it, and {@link DualAscent} gives the bound then. Pure; the order of the input does not matter,
 * and a repeat is identical.
 */
@NullMarked
package praya.consortium;

import org.jspecify.annotations.NullMarked;
