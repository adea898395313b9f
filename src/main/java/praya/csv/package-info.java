/** Tables in text files, as people and spreadsheets write them: {@link praya.csv.CsvFile}. */
@NullMarked
package praya.csv;

import org.jspecify.annotations.NullMarked;
