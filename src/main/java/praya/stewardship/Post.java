package praya.stewardship;

import praya.mail.Letter;

/** Takes letters, in the transaction of the thread. */
public interface Post {
  /**
   * Takes a letter to be sent once the transaction commits.
   *
   * @return whether it is new; a letter of the same key is left as it is
   */
  boolean put(Letter letter);
}
