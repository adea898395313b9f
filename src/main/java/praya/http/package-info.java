/**
 * HTTP without any feature: the server, who is asking, strict parameters, entity tags, idempotent
 * posts, problems as {@code application/problem+json}, and the rendering of pages. A feature's
 * {@code Routes} and {@code Pages} use these; {@link praya.http.HttpServer} is where to start.
 */
@NullMarked
package praya.http;

import org.jspecify.annotations.NullMarked;
