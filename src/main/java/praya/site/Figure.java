package praya.site;

import java.time.LocalDate;
import praya.domain.LocalText;

/**
 * The ecosystem in one number, as a source reported it.
 *
 * @param qualifier what stands before the number: over, about, nearly, up to, exactly
 */
public record Figure(
    String code,
    LocalDate asOf,
    long value,
    String unit,
    String qualifier,
    LocalText label,
    String source) {}
