package praya.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.domain.Audience;
import praya.domain.Language;
import praya.domain.Problem;
import praya.domain.Sheet;
import praya.domain.Taxonomy;
import praya.search.text.Glossary;

/**
 * The index of the organisations that an audience comes across, with what it may know of them: a
 * view of the database that may be deleted at any time. What the audience may not see is in no file
 * that is read for it, so that no word, count, suggestion or score can tell of it.
 *
 * <p>One thread writes: {@link #put}, {@link #delete} and {@link #clear} change what {@link
 * #refresh} makes visible and {@link #commit} makes durable, both independently. Any number of
 * threads read; each answer is of one moment. What was not committed is gone after a crash or
 * {@link #close}, and {@link #position} says from where to follow again. The indexes of {@link
 * SearchIndexes} are written through it alone.
 *
 * <p>Same contents, same question, same answer: no clock, no randomness, ties by slug. The index
 * does not know the day; whoever fills it leaves out what has ended if it should not be found.
 */
public final class SearchIndex implements AutoCloseable {
  private final Layers layers;
  private final Shown shown;
  private final Audience audience;
  private final AtomicLong edition = new AtomicLong();
  private volatile Words words;
  private volatile boolean ready;

  /** The taxonomy, ready for queries and for suggestions. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Words(
      Glossary glossary,
      Scribes scribes,
      TermSuggestions terms,
      NearestTerms nearest,
      byte[] fingerprint) {
    static Words of(Taxonomy taxonomy) {
      Glossary glossary = new Glossary(taxonomy);
      return new Words(
          glossary,
          new Scribes(glossary),
          new TermSuggestions(glossary),
          new NearestTerms(glossary),
          Fingerprint.of(taxonomy));
    }
  }

  /**
   * What an index is read from.
   *
   * @param lower what everybody sees
   * @param upper what this audience sees otherwise; null where everybody is the audience
   */
  record Layers(IndexLayer lower, @Nullable IndexLayer upper, Segments segments) {}

  SearchIndex(Layers layers, Audience audience, Words words) throws IOException {
    this.layers = layers;
    this.shown = new Shown(layers);
    this.shown.addListener(
        new ReferenceManager.RefreshListener() {
          @Override
          public void beforeRefresh() {}

          @Override
          public void afterRefresh(boolean other) {
            // Counts only once readers get the other snapshot; see edition().
            edition.addAndGet(other ? 1 : 0);
          }
        });
    this.audience = audience;
    this.words = words;
  }

  /**
   * Opens the index of what everybody may see, or an empty one if there is none in the folder or it
   * cannot be used. It is not ready until somebody says so.
   *
   * @throws IndexInUse if another process, or this one, has it open
   */
  public static SearchIndex open(Path folder, Taxonomy taxonomy) {
    try {
      var segments = new Segments();
      return alone(
          IndexFolder.open(folder, segments), segments, Audience.PUBLIC, Words.of(taxonomy));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** An empty index in memory, for trying something out; it answers once it is {@link #ready}. */
  public static SearchIndex forTrial(Audience audience, Taxonomy taxonomy) {
    return forTrial(audience, Words.of(taxonomy));
  }

  static SearchIndex forTrial(Audience audience, Words words) {
    try {
      var segments = new Segments();
      return alone(IndexFolder.inMemory(segments), segments, audience, words);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SearchIndex alone(
      IndexFolder folder, Segments segments, Audience audience, Words words) throws IOException {
    var layers = new Layers(new IndexLayer(folder), null, segments);
    return new SearchIndex(layers, audience, words);
  }

  /** The snapshot that readers share; the writing thread makes the next. */
  private static final class Shown extends ReferenceManager<Snapshot> {
    private final Layers layers;
    private Set<UUID> changed = Set.of();

    Shown(Layers layers) throws IOException {
      this.layers = layers;
      this.current = snapshot(null);
    }

    void refresh(Set<UUID> organisations) throws IOException {
      changed = organisations;
      maybeRefreshBlocking();
    }

    @Override
    protected @Nullable Snapshot refreshIfNeeded(Snapshot last) throws IOException {
      return isShown(last.getIndexReader()) ? null : snapshot(last.getIndexReader());
    }

    @SuppressWarnings("ReferenceEquality") // a reader is of one moment
    private boolean isShown(IndexReader reader) {
      IndexLayer upper = layers.upper();
      if (upper != null) {
        return reader instanceof LayeredReader both
            && both.shows(layers.lower().reader(), upper.reader());
      }
      return reader == layers.lower().reader();
    }

    private Snapshot snapshot(@Nullable IndexReader last) throws IOException {
      var lower = layers.lower().reader();
      if (layers.upper() == null) {
        lower.incRef();
        return new Snapshot(lower, layers.segments());
      }
      var upper = layers.upper().reader();
      var before = last instanceof LayeredReader both ? both : null;
      return new Snapshot(LayeredReader.of(lower, upper, before, changed), layers.segments());
    }

    @Override
    protected void decRef(Snapshot snapshot) throws IOException {
      snapshot.getIndexReader().decRef();
    }

    @Override
    protected boolean tryIncRef(Snapshot snapshot) {
      return snapshot.getIndexReader().tryIncRef();
    }

    @Override
    protected int getRefCount(Snapshot snapshot) {
      return snapshot.getIndexReader().getRefCount();
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
        if (!written().holds(id, fingerprint)) {
          written().put(id, OrganisationDocument.of(own, now.scribes(), fingerprint));
        }
      }
    }
  }

  /** Removes an organisation; nothing happens if there is none. */
  public void delete(UUID id) {
    written().delete(id);
  }

  /** Removes everything. Readers see the old contents until the next {@link #refresh}. */
  public void clear() {
    written().clear();
  }

  /** Makes everything that was written visible to the readers that come. */
  public void refresh() {
    show(written().refresh());
  }

  /** Makes everything that was written durable, together with how far it has followed. */
  public void commit(Position position) {
    written().commit(position);
    written().tidy();
    show(Set.of());
  }

  private IndexLayer written() {
    if (layers.upper() != null) {
      throw new IllegalStateException("Layered indexes are written together.");
    }
    return layers.lower();
  }

  /**
   * Shows what the layers now show.
   *
   * @param changed organisations that may have come into the upper layer, or left it
   */
  void show(Set<UUID> changed) {
    try {
      shown.refresh(changed);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** How far the durable index has followed; empty for one that must be filled from nothing. */
  public Optional<Position> position() {
    return layers.lower().position();
  }

  /**
   * Takes another taxonomy for queries, suggestions and what is put from now on. Organisations that
   * are in the index keep the labels that they came with, and the marks of terms that their texts
   * mention, until they are put again: put them all again after a change.
   */
  public void taxonomy(Taxonomy taxonomy) {
    words(Words.of(taxonomy));
  }

  Glossary glossary() {
    return words.glossary();
  }

  void words(Words other) {
    words = other;
    edition.incrementAndGet();
  }

  /**
   * Counts what readers have been shown: whoever reads the number and then asks is answered from
   * this edition or a later one, and while the number stays, so does every answer.
   */
  public long edition() {
    return edition.get();
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
   * Completes what somebody types: organisations first, terms of the taxonomy after them, open
   * needs and offers last. Where all are many, a quarter of the places is for needs and offers, and
   * a third of the others for terms. One letter may be wrong from four Latin letters on, where
   * nothing begins with what was typed as it is.
   */
  public List<Suggestion> suggest(String prefix, int limit, Language language) {
    requireReady();
    TermSuggestions terms = words.terms();
    return read(snapshot -> Completion.of(prefix, limit, language).find(snapshot, terms));
  }

  /** Terms that look like a text by which nothing was found, the likest first. */
  public List<Suggestion> nearest(String text, int limit, Language language) {
    return words.nearest().find(text, limit, language);
  }

  /**
   * Organisations that are like this one, the likest first; nothing for one that is not here. What
   * it is like is told by what both have.
   */
  public List<Similar> similar(UUID id, int limit) {
    requireReady();
    Glossary glossary = words.glossary();
    return read(snapshot -> new SimilarSearch(snapshot, glossary).find(id, limit));
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

  void requireReady() {
    if (!ready) {
      throw new Problem.NotReady("The search index is being built. Maybe try again in a moment.");
    }
  }

  interface Read<T extends @Nullable Object> {
    T from(Snapshot snapshot) throws IOException;
  }

  <T extends @Nullable Object> T read(Read<T> action) {
    try {
      Snapshot snapshot = shown.acquire();
      try {
        return action.from(snapshot);
      } finally {
        shown.release(snapshot);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Stops. What was not committed is gone. */
  @Override
  public void close() {
    try {
      shown.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    if (layers.upper() == null) {
      layers.lower().close();
    }
  }
}
