/**
 * What is searched in vain. {@link praya.demand.SearchTally} counts searches by the week, beside
 * the requests that make them and without anybody's account, address or session; {@link
 * praya.demand.PersonalText} says which texts are never kept; {@link praya.demand.DemandService}
 * makes the weekly board for staff.
 */
@NullMarked
package praya.demand;

import org.jspecify.annotations.NullMarked;
