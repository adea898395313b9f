/**
 * Organisations. Here for now is what their page shows: {@link praya.organisation.OrganisationPage}
 * and the parts that other pages share, such as {@link praya.organisation.Names} and {@link
 * praya.organisation.Labels}.
 */
@NullMarked
package praya.organisation;

import org.jspecify.annotations.NullMarked;
