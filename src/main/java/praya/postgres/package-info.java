/**
 * The PostgreSQL that Praya brings along, and the schema of any PostgreSQL that it uses.
 *
 * <p>Start at {@link praya.postgres.EmbeddedPostgres}: it unpacks the server, creates the database
 * in the data folder, runs it as a child process and keeps it running. {@link
 * praya.postgres.Migrations} brings a database, embedded or not, to the schema of this program.
 * {@link praya.postgres.Codegen} runs in the build only and writes the jOOQ classes of {@code
 * praya.store.db}.
 *
 * <p>Nothing here knows a table, and nothing here imports another package of Praya: it is compiled
 * before the generated code exists.
 */
@NullMarked
package praya.postgres;

import org.jspecify.annotations.NullMarked;
