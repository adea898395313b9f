package praya.search;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.lucene.util.BytesRef;
import praya.domain.Taxonomy;

/**
 * A hash of everything that a document is made from. A document that would become what it is
 * already is not written again: a replaced one stays in the counts of words until its segment is
 * merged, and by them a change of what an audience may not see would move the scores of what it
 * may.
 */
final class Fingerprint {
  private Fingerprint() {}

  static byte[] of(Taxonomy taxonomy) {
    return digest().digest(taxonomy.terms().toString().getBytes(StandardCharsets.UTF_8));
  }

  static BytesRef of(Indexed indexed, byte[] taxonomy) {
    MessageDigest digest = digest();
    digest.update(taxonomy);
    digest.update(indexed.json());
    var sheet = indexed.sheet();
    String rest =
        String.join(
            "\n",
            sheet.organisation().entry().toString(),
            String.valueOf(sheet.organisation().holdsAllocation()),
            sheet.needs().toString(),
            sheet.offers().toString(),
            indexed.created().toString());
    digest.update(rest.getBytes(StandardCharsets.UTF_8));
    return new BytesRef(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
