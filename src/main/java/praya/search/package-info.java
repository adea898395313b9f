/**
 * The directory's search engine: the only home of Lucene. Records go in ({@link
 * praya.search.Indexed}), records come out ({@link praya.search.SearchResult}, {@link
 * praya.search.Suggestion}); no Lucene type leaves. The index is a view that anyone may delete: the
 * projector fills it again. Nothing that a stranger may not see is ever indexed.
 *
 * <p>Start with {@link praya.search.SearchIndex}; how text becomes words is in {@code
 * praya.search.text}.
 */
@NullMarked
package praya.search;

import org.jspecify.annotations.NullMarked;
