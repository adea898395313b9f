package praya.identity;

import org.jspecify.annotations.Nullable;
import praya.domain.Language;

/** What brings a sign-in link to its owner. It is called within the transaction that stores it. */
public interface LinkSender {
  /**
   * A letter about signing in.
   *
   * @param path the link as a path of this site; null says that the address has no account here and
   *     cannot get one
   */
  record Letter(String email, Language language, @Nullable String path) {}

  void send(Letter letter);
}
