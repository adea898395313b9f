/**
 * The computing centre: its capacity over time, who holds how much of it, and what was used. Praya
 * shows and checks; it never moves compute from one holder to another.
 */
@NullMarked
package praya.compute;

import org.jspecify.annotations.NullMarked;
