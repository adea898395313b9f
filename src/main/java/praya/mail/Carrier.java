package praya.mail;

import java.time.Instant;
import java.util.UUID;
import praya.domain.Language;
import praya.domain.MailAddress;

/** What takes letters to their readers. */
interface Carrier {

  /** Gets ready to take letters. */
  Round begin() throws Undelivered;

  /** One connection, over which several letters go. */
  interface Round extends AutoCloseable {
    /** Hands a letter over; when it returns, the server has taken it. */
    void deliver(Envelope envelope) throws Undelivered;

    @Override
    void close();
  }

  /**
   * A letter with all that is written on its outside.
   *
   * @param id of its row. Its Message-ID is made from it, so that a letter that is sent again is
   *     known for the same one
   * @param at when it was written
   */
  record Envelope(UUID id, MailAddress to, Language language, Instant at, LetterText letter) {}
}
