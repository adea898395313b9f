/**
 * The relations between organisations as a graph, and what can be measured on it. The only home of
 * JGraphT: no type of the library appears in a public signature. Nothing here reads the database;
 * whoever follows the changes builds a new {@link praya.graph.EcosystemGraph} and swaps it in.
 */
@NullMarked
package praya.graph;

import org.jspecify.annotations.NullMarked;
