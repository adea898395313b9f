/**
 * How much one sender may ask of the program in a time: {@link praya.limit.Limits} counts, per
 * account and per line. The only home of bucket4j. Buckets are in the memory of a node, or in
 * PostgreSQL where several nodes have to count together; what a request is and who sends it, {@code
 * http} knows.
 */
@NullMarked
package praya.limit;

import org.jspecify.annotations.NullMarked;
