/**
 * The centre and who holds its compute. Here for now are the model of its page, {@link
 * praya.compute.CentrePage}, and its two charts, which turn records into shapes and know no HTML.
 */
@NullMarked
package praya.compute;

import org.jspecify.annotations.NullMarked;
