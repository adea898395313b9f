package praya.bench.quality;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import praya.domain.Taxonomy;
import praya.search.Indexed;
import praya.search.SearchIndex;
import praya.search.SearchQuery;
import praya.search.SearchQuery.Page;
import praya.search.SearchQuery.Want;
import praya.search.SearchResult;

/** The directory's own search. */
final class PrayaPeer implements Peer {
  private final SearchIndex index;

  PrayaPeer(Path folder, Collection<Indexed> organisations, Taxonomy taxonomy) throws IOException {
    index = SearchIndex.open(folder, taxonomy);
    index.put(organisations);
    index.refresh();
    index.ready(true);
  }

  @Override
  public String name() {
    return "Praya";
  }

  @Override
  public List<String> search(String text, int limit) {
    SearchQuery query = SearchQuery.of(text).with(Want.HITS).with(new Page(limit, null));
    return index.search(query).hits().stream().map(SearchResult.Hit::slug).toList();
  }

  @Override
  public void close() {
    index.close();
  }
}
