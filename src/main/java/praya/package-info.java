/**
 * The program: {@link praya.Main} reads the command line, {@link praya.Config} the settings, {@link
 * praya.Core} opens the database with its services, and {@link praya.App} puts views and HTTP on
 * top. Only this package knows all others.
 */
@NullMarked
package praya;

import org.jspecify.annotations.NullMarked;
