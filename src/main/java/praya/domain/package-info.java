/**
 * The words of Praya as records: organisations, needs and offers, relations, compute, and the
 * reasons that the engines give. Nothing here knows HTTP, SQL, Lucene or JGraphT; every other
 * package may import this one and it imports none. Start with {@link praya.domain.Organisation}.
 */
@NullMarked
package praya.domain;

import org.jspecify.annotations.NullMarked;
