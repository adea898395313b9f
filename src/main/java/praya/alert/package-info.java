/**
 * Searches that people keep, and how they hear of what is new for them. {@link
 * praya.alert.SavedSearchService} keeps them; {@link praya.alert.Watch} follows the change feed
 * behind the views and writes down findings, ids only; {@link praya.alert.News} reads findings for
 * whoever wants to see them, as they may see them at that moment: pages, feeds and letters ({@link
 * praya.alert.Digest}) show nothing else.
 */
@NullMarked
package praya.alert;

import org.jspecify.annotations.NullMarked;
