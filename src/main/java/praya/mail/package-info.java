/**
 * Letters to people. {@link praya.mail.MailService} puts a {@link praya.mail.Letter} into the
 * outbox, in the transaction of what it tells of; {@link praya.mail.MailSender} is the job that
 * sends what lies there, at least once, over SMTP; {@link praya.mail.OutboxPages} shows it to
 * staff. Without a mail server letters stay in the outbox, which is then where they are read.
 */
@NullMarked
package praya.mail;

import org.jspecify.annotations.NullMarked;
