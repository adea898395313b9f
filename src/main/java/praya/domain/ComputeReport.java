package praya.domain;

import java.time.LocalDate;

/** What was publicly reported about an organisation and the centre. It is not a grant. */
public record ComputeReport(LocalText fact, LocalDate date) {}
