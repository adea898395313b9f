/**
 * The taxonomy: layers, sectors, capabilities and the small vocabularies, read into one immutable
 * snapshot that everybody asks. Terms are data; they come in through {@code import}.
 */
@NullMarked
package praya.taxonomy;

import org.jspecify.annotations.NullMarked;
