package praya.search;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Words that are in the form of the index already, with their weights as frequencies: all that is
 * left to do is to hand them over. The streams of a document share their attributes.
 */
final class WordStream extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
  private final BytesRef[] words;
  private final int @Nullable [] weights;
  private int next;

  /**
   * A stream of words.
   *
   * @param weights of the words, in their order; null for one each
   */
  WordStream(AttributeSource shared, BytesRef[] words, int @Nullable [] weights) {
    super(shared);
    this.words = words;
    this.weights = weights;
  }

  /** Begins anew: one document is written to several indexes, and an end leaves its marks. */
  @Override
  public void reset() {
    clearAttributes();
    next = 0;
  }

  /** Sets what differs each time, so nothing needs clearing between: that takes longer. */
  @Override
  public boolean incrementToken() {
    if (next == words.length) {
      return false;
    }
    term.setBytesRef(words[next]);
    if (weights != null) {
      frequency.setTermFrequency(weights[next]);
    }
    next++;
    return true;
  }
}
