package praya.visibility;

import java.util.Set;
import java.util.UUID;
import praya.domain.Actor;
import praya.domain.Role;
import praya.domain.Scope;
import praya.domain.Viewer;
import praya.identity.ApiKeyService;
import praya.testkit.TestCore;

/** Keys of readers. */
final class Readers {
  private Readers() {}

  /** The key of a new account that acts for an organisation. */
  static String memberOf(String slug, TestCore test) throws Exception {
    UUID account = UUID.randomUUID();
    UUID organisation = test.core().organisations().get(slug, Viewer.STAFF).id();
    test.execute(
        "insert into account (id, role, email, created_at) values ('%s', 'member', '%s', now())"
            .formatted(account, account + "@example.org"));
    test.execute(
        "insert into membership (account_id, organisation_id, since) values ('%s', '%s', now())"
            .formatted(account, organisation));
    var actor =
        new Actor(
            "account:" + account, Role.MEMBER, account, Set.of(organisation), Scope.ALL, null);
    var wish = new ApiKeyService.Wish("reader", Role.MEMBER, Scope.ALL, null);
    return test.core().keys().create(wish, actor).secret().text();
  }
}
