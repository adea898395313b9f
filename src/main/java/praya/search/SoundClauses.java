package praya.search;

import static praya.search.TermClauses.NOTHING;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import praya.search.text.Question.Part;
import praya.search.text.Sounds;
import praya.search.text.Word;

/**
 * Finds Chinese names by how they sound. What is a word of the index as it is written sounds only
 * like names that it is the whole sound of; anything else also like names that begin so.
 */
final class SoundClauses {
  /** Below it too many names begin so. */
  private static final int SHORTEST_BEGINNING = 4;

  private static final int LONGEST_INITIALS = 8;

  /** Names that begin with the same two syllables are few; more would say nothing. */
  private static final int MOST = 32;

  private final Snapshot snapshot;

  SoundClauses(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The key of words in a row; null if they can be no sound. */
  static @Nullable String key(List<Part> parts) {
    StringBuilder typed = new StringBuilder();
    for (Part part : parts) {
      for (Word word : part.words()) {
        typed.append(word.folded());
      }
    }
    return Sounds.key(typed.toString());
  }

  /** Names that sound so; all of them weigh the same. */
  Query find(String key, boolean known) throws IOException {
    boolean spelled = Sounds.isSpelled(key);
    List<BytesRef> sounds = new ArrayList<>();
    if (spelled) {
      gather(Sounds.WHOLE, key, !known && key.length() >= SHORTEST_BEGINNING, sounds);
      gather(Sounds.TAIL, key, !known && key.length() >= SHORTEST_BEGINNING, sounds);
    }
    if (key.length() <= LONGEST_INITIALS) {
      gather(Sounds.INITIALS, key, !known, sounds);
    }
    return sounds.isEmpty()
        ? NOTHING
        : new ConstantScoreQuery(new TermInSetQuery(Fields.SOUND, sounds));
  }

  private void gather(char what, String key, boolean beginnings, List<BytesRef> found)
      throws IOException {
    BytesRef sought = new BytesRef(what + key);
    for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
      Terms terms = leaf.reader().terms(Fields.SOUND);
      if (terms == null) {
        continue;
      }
      TermsEnum from = terms.iterator();
      if (from.seekCeil(sought) == TermsEnum.SeekStatus.END) {
        continue;
      }
      int taken = 0;
      for (BytesRef term = from.term();
          term != null && taken < MOST && matches(term, sought, beginnings);
          term = from.next()) {
        found.add(BytesRef.deepCopyOf(term));
        taken++;
      }
    }
  }

  private static boolean matches(BytesRef term, BytesRef sought, boolean beginnings) {
    return beginnings ? StringHelper.startsWith(term, sought) : term.equals(sought);
  }
}
