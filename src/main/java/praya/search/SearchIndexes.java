package praya.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
 * <p>They are made durable one after the other, each with its position. After a crash between two
 * of them the position of all is the lowest one: to follow again what one has followed already
 * changes nothing.
 */
public final class SearchIndexes implements AutoCloseable {
  private final Map<Audience, SearchIndex> indexes;
  private SearchIndex.Words words;

  private SearchIndexes(Map<Audience, SearchIndex> indexes, SearchIndex.Words words) {
    this.indexes = indexes;
    this.words = words;
  }

  /**
   * Opens the indexes below a folder; those that are missing or cannot be used are empty.
   *
   * @throws IndexInUse if another process, or this one, has them open
   */
  public static SearchIndexes open(Path folder, Taxonomy taxonomy) {
    var words = SearchIndex.Words.of(taxonomy);
    var indexes = new EnumMap<Audience, SearchIndex>(Audience.class);
    try {
      IndexFolder.discard(folder); // where versions with a single index kept it
      for (Audience audience : Audience.values()) {
        Path own = folder.resolve(audience.code());
        indexes.put(audience, SearchIndex.open(own, audience, words));
      }
      return new SearchIndexes(indexes, words);
    } catch (IOException failure) {
      indexes.values().forEach(SearchIndex::close);
      throw new UncheckedIOException(failure);
    } catch (RuntimeException failure) {
      indexes.values().forEach(SearchIndex::close);
      throw failure;
    }
  }

  /** The index for readers of an audience. */
  public SearchIndex of(Audience audience) {
    return java.util.Objects.requireNonNull(indexes.get(audience));
  }

  /**
   * Adds organisations, or replaces those with the same identifiers.
   *
   * @param whole the sheets with everything; each index takes what its audience may know
   * @param rendered what is indexed for a sheet that was cut down to that
   */
  public void put(Collection<Sheet> whole, Function<Sheet, Indexed> rendered) {
    for (Sheet sheet : whole) {
      @Nullable Made last = null;
      for (Audience audience : Audience.values()) {
        SearchIndex index = of(audience);
        Sheet seen = sheet.seenBy(audience).orElse(null);
        if (seen == null) {
          index.delete(sheet.id());
          index.purge(sheet.id());
          continue;
        }
        // Audiences mostly see the same, and to make a document is most of the work.
        Made made =
            last != null && seen.equals(last.indexed.sheet())
                ? last
                : new Made(rendered.apply(seen));
        last = made;
        if (!index.holds(sheet.id(), made.fingerprint)) {
          index.put(sheet.id(), made.document());
          if (hasMore(sheet, seen)) {
            index.purge(sheet.id());
          }
        }
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
        document = OrganisationDocument.of(indexed, words.labels(), fingerprint);
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
    indexes.values().forEach(index -> index.delete(id));
  }

  /** Removes everything. Readers see the old contents until the next {@link #refresh}. */
  public void clear() {
    indexes.values().forEach(SearchIndex::clear);
  }

  /** Makes everything that was written visible to the readers that come. */
  public void refresh() {
    // Each waits for its own files, and none for another's; so do the commits.
    indexes.values().parallelStream().forEach(SearchIndex::refresh);
  }

  /** Makes everything that was written durable, together with how far it has followed. */
  public void commit(Position position) {
    indexes.values().parallelStream().forEach(index -> index.commit(position));
  }

  /** How far all indexes have followed; empty when one of them must be filled from nothing. */
  public Optional<Position> position() {
    List<Position> positions =
        indexes.values().stream().flatMap(index -> index.position().stream()).toList();
    boolean ofOne = positions.stream().map(Position::installation).distinct().count() == 1;
    return positions.size() == indexes.size() && ofOne
        ? positions.stream().min(Comparator.comparingLong(Position::horizon))
        : Optional.empty();
  }

  /** Takes another taxonomy; see {@link SearchIndex#taxonomy}. */
  public void taxonomy(Taxonomy taxonomy) {
    words = SearchIndex.Words.of(taxonomy);
    indexes.values().forEach(index -> index.words(words));
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
  }
}
