/**
 * How staff look after the words of the directory: each term's labels and synonyms, changed in the
 * browser, with what the change would do to the searches of the last month shown before it is
 * saved. {@code CurationPages} is the page, {@code SearchPreview} tries a change out.
 */
@NullMarked
package praya.curation;

import org.jspecify.annotations.NullMarked;
