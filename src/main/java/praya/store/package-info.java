/**
 * PostgreSQL through jOOQ, without any feature's SQL: the pool and transactions ({@link
 * praya.store.Database}), the change feed, the audit, and how constraints turn into problems. The
 * generated classes are in {@code praya.store.db}; the SQL of a feature is in its own {@code
 * ...Store}.
 */
@NullMarked
package praya.store;

import org.jspecify.annotations.NullMarked;
