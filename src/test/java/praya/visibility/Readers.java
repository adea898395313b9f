package praya.visibility;

import java.util.concurrent.atomic.AtomicInteger;
import praya.domain.Role;
import praya.domain.Scope;
import praya.identity.ApiKeyService;
import praya.testkit.Members;
import praya.testkit.TestCore;

/** Keys of readers. */
final class Readers {
  private static final AtomicInteger MADE = new AtomicInteger();

  private Readers() {}

  /** The key of a new account that acts for an organisation. */
  static String memberOf(String slug, TestCore test) {
    var actor = new Members(test).member("reader" + MADE.incrementAndGet(), slug);
    var wish = new ApiKeyService.Wish("reader", Role.MEMBER, Scope.ALL, null);
    return test.core().keys().create(wish, actor).secret().text();
  }
}
