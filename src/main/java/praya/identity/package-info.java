/**
 * Who may act: API keys of programs, and the staff session that a one-time link opens. Only hashes
 * of secrets are stored.
 */
@NullMarked
package praya.identity;

import org.jspecify.annotations.NullMarked;
