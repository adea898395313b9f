package praya.search;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import praya.domain.Language;
import praya.domain.Taxonomy;

/**
 * The index of all organisations. One thread writes ({@link #put}, {@link #delete}, {@link #clear},
 * {@link #refresh}, {@link #commit}); any number of threads read.
 */
public final class SearchIndex implements AutoCloseable {

  private SearchIndex() {}

  public static SearchIndex open(Path folder, Taxonomy taxonomy) {
    throw new UnsupportedOperationException();
  }

  public void put(Collection<Indexed> organisations) {
    throw new UnsupportedOperationException();
  }

  public void delete(UUID id) {
    throw new UnsupportedOperationException();
  }

  public void clear() {
    throw new UnsupportedOperationException();
  }

  public void refresh() {
    throw new UnsupportedOperationException();
  }

  public void commit(Position position) {
    throw new UnsupportedOperationException();
  }

  public Optional<Position> position() {
    throw new UnsupportedOperationException();
  }

  public void taxonomy(Taxonomy taxonomy) {
    throw new UnsupportedOperationException();
  }

  public void ready(boolean ready) {
    throw new UnsupportedOperationException();
  }

  public int size() {
    throw new UnsupportedOperationException();
  }

  public SearchResult search(SearchQuery query) {
    throw new UnsupportedOperationException();
  }

  public List<Suggestion> suggest(String prefix, int limit, Language language) {
    throw new UnsupportedOperationException();
  }

  public List<UUID> candidates(CandidateQuery query) {
    throw new UnsupportedOperationException();
  }

  public List<String> describe() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
