/**
 * Pages about the service itself: {@link praya.site.AboutPage} with the ecosystem in public
 * figures, and {@link praya.site.ApiPage}, the API's description for people.
 */
@NullMarked
package praya.site;

import org.jspecify.annotations.NullMarked;
