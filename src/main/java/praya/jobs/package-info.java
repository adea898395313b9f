/**
 * Work that runs by itself, now and then: {@link praya.jobs.Jobs}, over db-scheduler, which is used
 * nowhere else. Several nodes share one list of jobs in PostgreSQL. What a job does is the matter
 * of its feature; it is told here by a name and a {@link java.lang.Runnable}.
 */
@NullMarked
package praya.jobs;

import org.jspecify.annotations.NullMarked;
