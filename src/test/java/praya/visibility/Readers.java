package praya.visibility;

import praya.domain.Role;
import praya.testkit.TestCore;

/** Keys of readers. */
final class Readers {
  private Readers() {}

  /** The key of somebody who is signed in and acts for no organisation. */
  static String memberKey(TestCore test) throws Exception {
    test.execute("alter table api_key drop constraint if exists api_key_role_check");
    return test.core().keys().create("member", Role.MEMBER).secret().text();
  }
}
