/**
 * Rounds of introductions: who meets whom, decided for everybody at once. {@link RoundReader} reads
 * a file, {@link RoundEngine} turns a {@link RoundRequest} into a {@link RoundResult}. Behind it
 * {@link Market} holds the request in arrays, {@link NetworkSimplex} is the flow solver, {@link
 * TwoSided} and {@link Pool} choose the pairs, {@link Stable} is the variant in which no two would
 * rather leave, {@link Timetable} packs meetings into slots and {@link CalendarFile} writes them.
 * Pure: no database, no clock; the order of the input does not matter, and a repeat is identical.
 */
@NullMarked
package praya.round;

import org.jspecify.annotations.NullMarked;
