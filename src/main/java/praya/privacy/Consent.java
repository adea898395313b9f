package praya.privacy;

import java.time.Instant;
import praya.domain.Language;

/** That an account agreed to a version of the notice, and in which language it was read. */
public record Consent(int version, Language language, Instant givenAt) {}
