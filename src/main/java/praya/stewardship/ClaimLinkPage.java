package praya.stewardship;

import praya.http.Phrase;

/**
 * Where a mailed link leads: opening it does nothing yet, the button does.
 *
 * @param token what the link carried
 */
public record ClaimLinkPage(Phrase name, String slug, String token) {}
