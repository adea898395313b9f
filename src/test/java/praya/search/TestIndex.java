package praya.search;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import praya.domain.Taxonomy;
import praya.search.SearchQuery.Page;

/** An index in a folder of its own, filled and ready. */
final class TestIndex implements AutoCloseable {
  static final UUID INSTALLATION = UUID.fromString("0190a000-0000-7000-8000-000000000001");
  final SearchIndex index;

  private TestIndex(SearchIndex index) {
    this.index = index;
  }

  static TestIndex of(Path folder, Taxonomy taxonomy, List<Indexed> organisations) {
    SearchIndex index = SearchIndex.open(folder, taxonomy);
    index.put(organisations);
    index.refresh();
    index.ready(true);
    return new TestIndex(index);
  }

  /** With the seed's taxonomy. */
  static TestIndex of(Path folder, SampleOrganisation... organisations) {
    List<Indexed> all = Arrays.stream(organisations).map(o -> o.indexed()).toList();
    return of(folder, SeedData.taxonomy(), all);
  }

  SearchResult search(String text) {
    return index.search(SearchQuery.of(text).with(new Page(100, null)));
  }

  /** The slugs of all hits, in order. */
  List<String> slugs(String text) {
    return slugs(search(text));
  }

  static List<String> slugs(SearchResult result) {
    return result.hits().stream().map(SearchResult.Hit::slug).toList();
  }

  @Override
  public void close() {
    index.close();
  }
}
