/**
 * JSON in and out: the one mapper, and {@link praya.json.Fields}, which reads an object field by
 * field and reports all its faults at once. Forms of the features are written with it; the files of
 * {@code seed-data/} and the bodies of requests go through the same forms.
 */
@NullMarked
package praya.json;

import org.jspecify.annotations.NullMarked;
