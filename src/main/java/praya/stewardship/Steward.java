package praya.stewardship;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.MailAddress;

/**
 * Somebody who acts for an organisation, or asks to.
 *
 * @param name what they want to be called; null when they have not said
 * @param address where letters reach them; null when they have none
 * @param since when they became a member, or got the account
 */
public record Steward(
    UUID account,
    @Nullable String name,
    @Nullable MailAddress address,
    Language language,
    Instant since) {}
