package praya.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.domain.Audience;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Sheet;
import praya.domain.Taxonomy;
import praya.search.text.Glossary;
import praya.search.text.Grams;
import praya.search.text.Sounds;
import praya.search.text.Word;

/**
 * The index of the organisations that an audience comes across, with what it may know of them: a
 * view of the database that may be deleted at any time. What the audience may not see is never
 * written, so that no word, count, suggestion or score can tell of it.
 *
 * <p>One thread writes: {@link #put}, {@link #delete} and {@link #clear} change what {@link
 * #refresh} makes visible and {@link #commit} makes durable, both independently. Any number of
 * threads read; each answer is of one moment. What was not committed is gone after a crash or
 * {@link #close}, and {@link #position} says from where to follow again.
 *
 * <p>Same contents, same question, same answer: no clock, no randomness, ties by slug. The index
 * does not know the day; whoever fills it leaves out what has ended if it should not be found.
 */
public final class SearchIndex implements AutoCloseable {
  private final IndexFolder folder;
  private final SearcherManager searchers;
  private final Audience audience;
  private volatile Words words;
  private volatile boolean ready;

  /** Documents up to which merging takes some milliseconds. */
  private static final int QUICKLY_MERGED = 5_000;

  /** Organisations that were put or deleted since the last refresh; for the writing thread only. */
  private final Set<UUID> written = new HashSet<>();

  private boolean cleared;
  private boolean purging;

  /** The taxonomy, ready for queries and for suggestions. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Words(
      Glossary glossary,
      LabelWords labels,
      TermSuggestions terms,
      NearestTerms nearest,
      byte[] fingerprint) {
    static Words of(Taxonomy taxonomy) {
      Glossary glossary = new Glossary(taxonomy);
      return new Words(
          glossary,
          new LabelWords(glossary),
          new TermSuggestions(glossary),
          new NearestTerms(glossary),
          Fingerprint.of(taxonomy));
    }
  }

  private SearchIndex(IndexFolder folder, Audience audience, Words words) throws IOException {
    this.folder = folder;
    this.searchers = new SearcherManager(folder.writer(), new Snapshots());
    this.audience = audience;
    this.words = words;
  }

  /**
   * Opens the index of what everybody may see.
   *
   * @throws IndexInUse if another process, or this one, has it open
   */
  public static SearchIndex open(Path folder, Taxonomy taxonomy) {
    return open(folder, Audience.PUBLIC, Words.of(taxonomy));
  }

  /**
   * Opens the index in a folder, or an empty one if there is none or it cannot be used. It is not
   * ready until somebody says so.
   *
   * @throws IndexInUse if another process, or this one, has it open
   */
  static SearchIndex open(Path folder, Audience audience, Words words) {
    try {
      return new SearchIndex(IndexFolder.open(folder), audience, words);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An empty index in memory, for trying something out; it answers once it is {@link #ready}. */
  public static SearchIndex forTrial(Audience audience, Taxonomy taxonomy) {
    try {
      return new SearchIndex(IndexFolder.inMemory(), audience, Words.of(taxonomy));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Makes snapshots, each from the one before; called by one thread at a time. */
  private static final class Snapshots extends SearcherFactory {
    private final FacetValues numbers = new FacetValues();
    private @Nullable Snapshot last;

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
        throws IOException {
      Snapshot next = new Snapshot(reader, last, numbers);
      last = next;
      return next;
    }
  }

  /**
   * Adds organisations, or replaces those with the same identifiers. Of each only that is taken
   * which the audience may know.
   */
  public void put(Collection<Indexed> organisations) {
    Words now = words;
    for (Indexed indexed : organisations) {
      UUID id = indexed.sheet().id();
      Sheet seen = indexed.sheet().seenBy(audience).orElse(null);
      if (seen == null) {
        delete(id);
      } else {
        var own = new Indexed(seen, indexed.json(), indexed.created());
        BytesRef fingerprint = Fingerprint.of(own, now.fingerprint());
        if (!holds(id, fingerprint)) {
          put(id, OrganisationDocument.of(own, now.labels(), fingerprint));
        }
      }
    }
  }

  /** Whether the document of an organisation was made from just this. */
  boolean holds(UUID id, BytesRef fingerprint) {
    return fingerprint.equals(fingerprint(id));
  }

  /** Adds a document that was made from what the audience may know. */
  void put(UUID id, Document document) {
    written.add(id);
    write(() -> folder.writer().updateDocument(byId(id), document));
  }

  /** Removes an organisation; nothing happens if there is none. */
  public void delete(UUID id) {
    if (cleared || written.contains(id) || fingerprint(id) != null) {
      written.add(id);
      write(() -> folder.writer().deleteDocuments(byId(id)));
    }
  }

  /**
   * Takes what was replaced or deleted of an organisation out of the counts of words, too, of which
   * spelling and scores are made: the audience may no longer know of it.
   */
  void purge(UUID id) {
    purging |= !cleared && written.contains(id);
  }

  /** What the visible document of an organisation was made from; null for none, or not known. */
  private @Nullable BytesRef fingerprint(UUID id) {
    if (cleared || written.contains(id)) {
      return null;
    }
    BytesRef key = OrganisationDocument.key(id);
    return read(snapshot -> {
      for (LeafReaderContext leaf : snapshot.getIndexReader().leaves()) {
        PostingsEnum found = leaf.reader().postings(new Term(Fields.ID, key));
        Bits live = leaf.reader().getLiveDocs();
        int doc = found == null ? DocIdSetIterator.NO_MORE_DOCS : found.nextDoc();
        for (; doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
          if (live == null || live.get(doc)) {
            return BytesRef.deepCopyOf(Snapshot.bytes(leaf, Fields.FINGERPRINT, doc));
          }
        }
      }
      return null;
    });
  }

  private static Term byId(UUID id) {
    return new Term(Fields.ID, OrganisationDocument.key(id));
  }

  /** Removes everything. Readers see the old contents until the next {@link #refresh}. */
  public void clear() {
    cleared = true;
    write(() -> folder.writer().deleteAll());
  }

  /** Makes everything that was written visible to the readers that come. */
  public void refresh() {
    if (written.isEmpty() && !cleared) {
      return;
    }
    write(() -> {
      if (purging) {
        // A large index goes on answering from live documents while others are merged away.
        folder.writer().forceMergeDeletes(folder.writer().getDocStats().maxDoc <= QUICKLY_MERGED);
      }
      searchers.maybeRefreshBlocking();
    });
    purging = false;
    cleared = false;
    written.clear();
  }

  /** Makes everything that was written durable, together with how far it has followed. */
  public void commit(Position position) {
    write(() -> {
      folder.commit(position);
      if (written.isEmpty() && !cleared) {
        searchers.maybeRefreshBlocking(); // takes what was merged meanwhile
      }
    });
  }

  /** How far the durable index has followed; empty for one that must be filled from nothing. */
  public Optional<Position> position() {
    return folder.position();
  }

  /**
   * Takes another taxonomy for queries, suggestions and what is put from now on. Organisations that
   * are in the index keep the labels that they came with, and the marks of terms that their texts
   * mention, until they are put again: put them all again after a change.
   */
  public void taxonomy(Taxonomy taxonomy) {
    words(Words.of(taxonomy));
  }

  void words(Words other) {
    words = other;
  }

  /** Whether the index may be asked; while it is being filled it would tell half the truth. */
  public void ready(boolean ready) {
    this.ready = ready;
  }

  public boolean ready() {
    return ready;
  }

  /** Organisations that readers see. */
  public int size() {
    return read(snapshot -> snapshot.getIndexReader().numDocs());
  }

  /**
   * Searches. Any text is searched as plain words.
   *
   * @throws Problem.NotReady while the index is being filled
   * @throws Problem.Malformed for a cursor of another query
   */
  public SearchResult search(SearchQuery query) {
    requireReady();
    Glossary glossary = words.glossary();
    return read(snapshot -> new Search(snapshot, glossary, query).run());
  }

  /**
   * Completes what somebody types: organisations first, terms of the taxonomy after them. Where
   * both are many, a third of the places is for terms. One letter may be wrong from four Latin
   * letters on, where nothing begins with what was typed as it is.
   */
  public List<Suggestion> suggest(String prefix, int limit, Language language) {
    requireReady();
    String typed = Grams.compact(Word.of(prefix.substring(0, Math.min(prefix.length(), 200))));
    if (typed.isEmpty() || limit < 1) {
      return List.of();
    }
    TermSuggestions terms = words.terms();
    return read(snapshot -> {
      Suggester names = new Suggester(snapshot, language, limit);
      List<Suggestion> named = names.exact(typed);
      List<Suggestion> meant = new ArrayList<>(terms.find(typed, limit, language));
      String key = Sounds.key(typed);
      if (key != null && named.size() + meant.size() < limit) {
        named = names.sounding(key);
        meant.addAll(terms.sounding(key, meant, limit, language));
      }
      if (named.isEmpty() && meant.isEmpty() && Suggester.mayBeMistyped(typed)) {
        named = names.nearly(typed);
        meant = terms.nearly(typed, limit, language);
      }
      int forTerms = Math.min(meant.size(), Math.max(limit / 3, limit - named.size()));
      int forNames = Math.min(named.size(), limit - forTerms);
      return Stream.concat(named.subList(0, forNames).stream(), meant.subList(0, forTerms).stream())
          .toList();
    });
  }

  /** Terms that look like a text by which nothing was found, the likest first. */
  public List<Suggestion> nearest(String text, int limit, Language language) {
    return words.nearest().find(text, limit, language);
  }

  /** Organisations that may be partners, most in common first; ties by slug. */
  public List<UUID> candidates(CandidateQuery query) {
    requireReady();
    return read(snapshot -> Candidates.find(snapshot, query));
  }

  /**
   * Everything that readers see, as text: one entry for each organisation, by slug, with all its
   * indexed words, columns and bytes. Two indexes with equal descriptions answer alike; made to
   * prove that a rebuilt index equals a followed one. Slow.
   */
  public List<String> describe() {
    return read(IndexDump::of);
  }

  private void requireReady() {
    if (!ready) {
      throw new Problem.NotReady("The search index is being built. Maybe try again in a moment.");
    }
  }

  private interface Write {
    void run() throws IOException;
  }

  private static void write(Write action) {
    try {
      action.run();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private interface Read<T extends @Nullable Object> {
    T from(Snapshot snapshot) throws IOException;
  }

  private <T extends @Nullable Object> T read(Read<T> action) {
    try {
      Snapshot snapshot = (Snapshot) searchers.acquire();
      try {
        return action.from(snapshot);
      } finally {
        searchers.release(snapshot);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Stops. What was not committed is gone. */
  @Override
  public void close() {
    write(() -> {
      searchers.close();
      folder.close();
    });
  }
}
