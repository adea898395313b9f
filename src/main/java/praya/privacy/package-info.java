/**
 * What the law on personal data asks for: the notice that says what is kept and why, consent to its
 * versions, one's own data to take away, erasure, and retention. The parts of Praya that keep
 * something about people say so as {@link praya.privacy.PersonalRecords}; this package only asks
 * them. The law is Hong Kong's Personal Data (Privacy) Ordinance, Cap. 486; its six principles are
 * called DPP1 to DPP6.
 */
@NullMarked
package praya.privacy;

import org.jspecify.annotations.NullMarked;
