package praya.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a fact comes from, as a page shows it.
 *
 * @param label the host of an address, or the words of a source without one
 * @param href the address, only ever http or https; null for none
 */
public record Source(String label, @Nullable String href) {

  /** Reads a source as it is stored. Only a clean web address becomes a link. */
  public static Source of(String text) {
    try {
      URI uri = new URI(text.strip());
      String scheme = uri.getScheme();
      String host = uri.getHost();
      if (host != null && ("http".equals(scheme) || "https".equals(scheme))) {
        return new Source(host.startsWith("www.") ? host.substring(4) : host, uri.toString());
      }
      return new Source(text, null);
    } catch (URISyntaxException noAddress) {
      return new Source(text, null);
    }
  }

  public static List<Source> list(List<String> texts) {
    return texts.stream().map(Source::of).toList();
  }
}
