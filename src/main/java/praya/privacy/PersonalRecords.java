package praya.privacy;

import java.util.UUID;

/**
 * What one part of Praya keeps about an account. Whoever adds a table with personal data adds one
 * of these, so that it is given out and erased with the rest.
 */
public interface PersonalRecords {
  /** The name of the part in the file that people take away, e.g. {@code sessions}. */
  String name();

  /** Everything kept about the account, as JSON values; secrets and other people left out. */
  Object of(UUID account);

  /** Erases it, in the transaction of the thread. What must stay loses its person. */
  void erase(UUID account);
}
