package praya.identity;

/**
 * A step of signing in by mail: the letter is on its way, or its link was opened.
 *
 * @param state {@code sent}, {@code good}, {@code other-browser} or {@code over}, as in the texts
 * @param token the link's secret; empty when there is nothing to confirm
 */
public record MailLinkPage(String state, String token) {}
