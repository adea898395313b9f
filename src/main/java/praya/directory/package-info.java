/**
 * Finding organisations: the list with filters, facets and snippets, suggestions while typing, and
 * the pages over them. Answers come from the search index and need no database.
 */
@NullMarked
package praya.directory;

import org.jspecify.annotations.NullMarked;
