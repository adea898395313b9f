/**
 * Organisations, where their facts come from, and the relations between them. Copy this package to
 * add a kind of record: form, JSON, store, service, resource, routes.
 */
@NullMarked
package praya.organisation;

import org.jspecify.annotations.NullMarked;
