/**
 * The directory's search engine: the only home of Lucene. Records go in ({@link
 * praya.search.Indexed}), records come out ({@link praya.search.SearchResult}, {@link
 * praya.search.Suggestion}); no Lucene type leaves. The index is a view that anyone may delete: the
 * projector fills it again. There is one index for each audience, and what an audience may not see
 * is never in its index.
 *
 * <p>Start with {@link praya.search.SearchIndexes} and {@link praya.search.SearchIndex}; how text
 * becomes words is in {@code praya.search.text}.
 */
@NullMarked
package praya.search;

import org.jspecify.annotations.NullMarked;
