package praya.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.apache.lucene.document.Document;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.domain.Audience;
import praya.domain.Exchange;
import praya.domain.Sheet;
import praya.domain.Taxonomy;

/**
 * One search index for each audience, written together and read apart.
 *
 * <p>An index of everything with a filter would tell by its counts of words, its spelling and its
 * scores of what the filter takes away. Here a word that an audience may not know is in no file
 * that is read for it.
 *
 * <p>They are layers: the first holds what everybody sees, and each other audience has one above it
 * with what it sees otherwise, or sees at all where nobody else does. Each audience sees all that
 * everybody sees, so the first layer tells it nothing new; and of most organisations all audiences
 * see the same, which is written, kept and made visible once.
 *
 * <p>Layers are made durable one after the other, each with its position. After a crash between two
 * of them the position of all is the lowest one: to follow again what one has followed already
 * changes nothing. Which organisations the upper layers hide of the lower one is not stored but
 * seen from what they hold, so they fit each other whatever a crash has left of each.
 */
public final class SearchIndexes implements AutoCloseable {
  /** Organisations from which on it is worth to make their documents on several threads. */
  private static final int MANY = 32;

  private final Map<Audience, IndexLayer> layers;
  private final Map<Audience, SearchIndex> indexes = new EnumMap<>(Audience.class);
  private volatile SearchIndex.Words words;

  private SearchIndexes(
      Map<Audience, IndexLayer> layers, Segments segments, SearchIndex.Words words)
      throws IOException {
    this.layers = layers;
    this.words = words;
    IndexLayer lowest = layer(Audience.PUBLIC);
    for (Audience audience : Audience.values()) {
      IndexLayer upper = audience == Audience.PUBLIC ? null : layer(audience);
      indexes.put(
          audience,
          new SearchIndex(new SearchIndex.Layers(lowest, upper, segments), audience, words));
    }
  }

  /**
   * Opens the indexes below a folder; those that are missing or cannot be used are empty.
   *
   * @throws IndexInUse if another process, or this one, has them open
   */
  public static SearchIndexes open(Path folder, Taxonomy taxonomy) {
    var segments = new Segments();
    var layers = new EnumMap<Audience, IndexLayer>(Audience.class);
    try {
      IndexFolder.discard(folder); // where versions with a single index kept it
      for (Audience audience : Audience.values()) {
        Path own = folder.resolve(audience.code());
        layers.put(audience, new IndexLayer(IndexFolder.open(own, segments)));
      }
      return new SearchIndexes(layers, segments, SearchIndex.Words.of(taxonomy));
    } catch (IOException failure) {
      layers.values().forEach(IndexLayer::close);
      throw new UncheckedIOException(failure);
    } catch (RuntimeException failure) {
      layers.values().forEach(IndexLayer::close);
      throw failure;
    }
  }

  /** The index for readers of an audience. */
  public SearchIndex of(Audience audience) {
    return Objects.requireNonNull(indexes.get(audience));
  }

  private IndexLayer layer(Audience audience) {
    return Objects.requireNonNull(layers.get(audience));
  }

  /**
   * Adds organisations, or replaces those with the same identifiers. None may be there twice.
   *
   * @param whole the sheets with everything; each index takes what its audience may know
   * @param rendered what is indexed for a sheet that was cut down to that
   */
  public void put(Collection<Sheet> whole, Function<Sheet, Indexed> rendered) {
    var sheets = whole.size() < MANY ? whole.stream() : whole.parallelStream();
    sheets.forEach(sheet -> put(sheet, rendered));
  }

  private void put(Sheet sheet, Function<Sheet, Indexed> rendered) {
    @Nullable Made open = null;
    @Nullable Made last = null;
    for (Audience audience : Audience.values()) {
      IndexLayer layer = layer(audience);
      Sheet seen = sheet.seenBy(audience).orElse(null);
      if (seen == null) {
        layer.delete(sheet.id());
        layer.purge(sheet.id());
        continue;
      }
      // Audiences mostly see the same, and to make a document is most of the work.
      Made made =
          last != null && seen.equals(last.indexed.sheet()) ? last : new Made(rendered.apply(seen));
      last = made;
      if (audience == Audience.PUBLIC) {
        open = made;
      }
      if (audience != Audience.PUBLIC && made == open) {
        layer.delete(sheet.id());
      } else if (!layer.holds(sheet.id(), made.fingerprint)) {
        layer.put(sheet.id(), made.document());
      }
      if (hasMore(sheet, seen)) {
        layer.purge(sheet.id());
      }
    }
  }

  /** Whether the whole sheet has something that the audience may not know, and may have known. */
  private static boolean hasMore(Sheet whole, Sheet seen) {
    return whole.needs().size() > seen.needs().size()
        || whole.offers().size() > seen.offers().size()
        || whole.held().size() > seen.held().size();
  }

  /** What is indexed of a sheet, and the document of it once it is wanted. */
  private final class Made {
    private final Indexed indexed;
    private final BytesRef fingerprint;
    private @Nullable Document document;

    private Made(Indexed indexed) {
      this.indexed = indexed;
      this.fingerprint = Fingerprint.of(indexed, words.fingerprint());
    }

    Document document() {
      if (document == null) {
        document = OrganisationDocument.of(indexed, words.scribes(), fingerprint);
      }
      return document;
    }
  }

  /**
   * Which of these needs and offers have the words of each text by themselves, without what their
   * organisation says.
   */
  public Map<String, Set<Exchange>> withWords(
      Collection<String> texts, Collection<Exchange> exchanges) {
    return ExchangeWords.with(texts, exchanges, words);
  }

  /** Removes an organisation; nothing happens if there is none. */
  public void delete(UUID id) {
    layers.values().forEach(layer -> layer.delete(id));
  }

  /** Removes everything. Readers see the old contents until the next {@link #refresh}. */
  public void clear() {
    layers.values().forEach(IndexLayer::clear);
  }

  /** Makes everything that was written visible to the readers that come. */
  public void refresh() {
    Map<Audience, Set<UUID>> changed = new EnumMap<>(Audience.class);
    layers.forEach((audience, layer) -> changed.put(audience, layer.refresh()));
    changed.forEach((audience, organisations) -> of(audience).show(organisations));
  }

  /**
   * Makes everything that was written durable, together with how far it has followed. May run
   * beside the thread that writes, as long as that does not {@link #clear}.
   */
  public void commit(Position position) {
    layers.values().forEach(layer -> layer.commit(position));
  }

  /** Takes what was merged meanwhile, so that files that are no longer needed go. */
  public void tidy() {
    layers.values().forEach(IndexLayer::tidy);
    indexes.values().forEach(index -> index.show(Set.of()));
  }

  /** How far all indexes have followed; empty when one of them must be filled from nothing. */
  public Optional<Position> position() {
    List<Position> positions =
        layers.values().stream().flatMap(layer -> layer.position().stream()).toList();
    boolean ofOne = positions.stream().map(Position::installation).distinct().count() == 1;
    return positions.size() == layers.size() && ofOne
        ? positions.stream().min(Comparator.comparingLong(Position::horizon))
        : Optional.empty();
  }

  /** Takes another taxonomy; see {@link SearchIndex#taxonomy}. */
  public void taxonomy(Taxonomy taxonomy) {
    words = SearchIndex.Words.of(taxonomy);
    var now = words;
    indexes.values().forEach(index -> index.words(now));
  }

  /** Whether the indexes may be asked; while they are being filled they would tell half. */
  public void ready(boolean ready) {
    indexes.values().forEach(index -> index.ready(ready));
  }

  public boolean ready() {
    return indexes.values().stream().allMatch(SearchIndex::ready);
  }

  /** Everything that any reader sees, as text; see {@link SearchIndex#describe}. */
  public List<String> describe() {
    return indexes.entrySet().stream()
        .flatMap(entry ->
            entry.getValue().describe().stream().map(line -> entry.getKey().code() + " " + line))
        .toList();
  }

  /** Stops. What was not committed is gone. */
  @Override
  public void close() {
    indexes.values().forEach(SearchIndex::close);
    layers.values().forEach(IndexLayer::close);
  }
}
