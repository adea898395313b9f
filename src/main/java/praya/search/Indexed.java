package praya.search;

import java.time.Instant;
import praya.domain.Sheet;

/**
 * What the index takes for one organisation: the sheet of what its audience may know.
 *
 * @param json the organisation as rendered; kept and given back with a hit as it is
 * @param created when the organisation entered the directory; orders those of the same year
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; a copy per document would be waste
public record Indexed(Sheet sheet, byte[] json, Instant created) {}
