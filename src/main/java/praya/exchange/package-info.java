/**
 * Needs and offers: what organisations look for and what they can give. Both have one shape, so one
 * form, store and service serve both, told apart by {@link praya.domain.Side}.
 */
@NullMarked
package praya.exchange;

import org.jspecify.annotations.NullMarked;
