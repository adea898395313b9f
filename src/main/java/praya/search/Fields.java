package praya.search;

import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.PerFieldSimilarityWrapper;
import org.apache.lucene.search.similarities.Similarity;

/** Names of the fields of the index, each in one place, and how those with words are scored. */
final class Fields {
  /** The identifier, 16 bytes. */
  static final String ID = "id";

  /** Every word once with the weight of the places where it stands as its frequency: BM25F. */
  static final String BAG = "bag";

  /** The words of the names only, with their endings. */
  static final String NAME = "name";

  /** Each name as a whole, words sorted, so that the order does not matter. */
  static final String EXACT = "exact";

  /** Latin words as they are written, to correct spelling by. */
  static final String SPELL = "spell";

  /** Each name from each of its words on, without spaces, to complete what is typed. */
  static final String PREFIX = "prefix";

  /** Each Chinese name as it sounds, see {@link praya.search.text.Sounds#keys}. */
  static final String SOUND = "sound";

  /** The titles of needs and offers from each of their words on, see {@link Wishes#keys}. */
  static final String WISH = "wish";

  /** The needs and offers themselves, to be told. */
  static final String WISHES = "wishes";

  /** Facet values as {@code facet/code}: to filter by, and as a column to count. */
  static final String FACET = "facet";

  /** What an organisation has for a partner, as {@code kind/code}. */
  static final String TIE = "tie";

  static final String SLUG = "slug";
  static final String NEWEST = "newest";
  static final String CONFIRMED = "confirmed";
  static final String JSON = "json";
  static final String RECORD = "record";

  /** What the document was made from, as a hash. */
  static final String FINGERPRINT = "fingerprint";

  private static final Similarity SIMILARITY = similarity(4f, 0.25f);

  private Fields() {}

  /**
   * In the bag a frequency is a sum of weights, so saturation starts later than the usual 1.2; and
   * a long entry is a thorough one, so length counts little. A name is short by nature: there the
   * share of its words that was asked for is what counts.
   */
  static Similarity similarity() {
    return SIMILARITY;
  }

  /** The same with another saturation and another weight of length for the bag. */
  static Similarity similarity(float k1, float b) {
    Similarity bag = new BM25Similarity(k1, b);
    Similarity name = new BM25Similarity(1.2f, 0.75f);
    return new PerFieldSimilarityWrapper() {
      @Override
      public Similarity get(String field) {
        return field.equals(NAME) ? name : bag;
      }
    };
  }
}
