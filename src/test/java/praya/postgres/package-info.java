/** Tests with the real PostgreSQL that Praya brings; {@code Servers} holds what they share. */
@NullMarked
package praya.postgres;

import org.jspecify.annotations.NullMarked;
