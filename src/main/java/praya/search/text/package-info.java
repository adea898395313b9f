/**
 * How text becomes words, for the index, for queries and for highlighting alike, and the words of
 * the taxonomy. No Lucene here. Start with {@link praya.search.text.WordScanner}; a query is read
 * by {@link praya.search.text.Question}.
 */
@NullMarked
package praya.search.text;

import org.jspecify.annotations.NullMarked;
