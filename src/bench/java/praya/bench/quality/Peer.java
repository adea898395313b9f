package praya.bench.quality;

import java.util.List;

/** A search engine over the same organisations. */
interface Peer extends AutoCloseable {
  String name();

  /** Identifiers, best first. */
  List<String> search(String text, int limit) throws Exception;
}
