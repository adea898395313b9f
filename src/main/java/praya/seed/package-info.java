/**
 * Files into the database: the JSON and JSON Lines of {@code seed-data/} go through the same forms
 * and services as requests do. {@link praya.seed.Importer} is where to start.
 */
@NullMarked
package praya.seed;

import org.jspecify.annotations.NullMarked;
