package praya.identity;

import praya.domain.Language;

/**
 * A wish to sign in by mail.
 *
 * @param email in small letters
 * @param language that the letter is written in
 * @param next where to go on to, a path of this site
 */
record MailLink(String email, Language language, String next) {}
