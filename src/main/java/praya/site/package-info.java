/**
 * The pages that are about Praya and the ecosystem as a whole: home figures, statistics,
 * provenance, the documentation of the API, and the health of the program.
 */
@NullMarked
package praya.site;

import org.jspecify.annotations.NullMarked;
