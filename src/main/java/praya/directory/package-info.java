/**
 * Finding organisations. Here for now are the models of its two pages, {@link
 * praya.directory.HomePage} and {@link praya.directory.DirectoryPage}. All addresses are computed
 * here; the templates only loop.
 */
@NullMarked
package praya.directory;

import org.jspecify.annotations.NullMarked;
