/**
 * What every page and every answer shares. For pages: {@link praya.http.Frame} is what a template
 * gets beside its own model, {@link praya.http.Texts} the words in three languages, {@link
 * praya.http.Address} the state of a page as a link, {@link praya.http.Phrase} a text with its
 * language, and {@link praya.http.Renderer} turns a template into HTML.
 */
@NullMarked
package praya.http;

import org.jspecify.annotations.NullMarked;
