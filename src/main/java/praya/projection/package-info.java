/**
 * Where changes become views: {@link praya.projection.Projector} follows the change feed and keeps
 * the search index and the graph. Views may be deleted at any time; they come back from here.
 */
@NullMarked
package praya.projection;

import org.jspecify.annotations.NullMarked;
