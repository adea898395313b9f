package praya.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A response with the request that it answers, whatever client sent it.
 *
 * @param target path and query as they were sent
 * @param headers of the response; names in any case
 */
public record Answer(
    String method, String target, int status, Map<String, String> headers, String body) {

  public Answer {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = anyCase;
  }

  String path() {
    return target.replaceAll("\\?.*", "");
  }

  /** The names of the query parameters of the request. */
  Set<String> parameters() {
    int question = target.indexOf('?');
    if (question < 0) {
      return Set.of();
    }
    return Arrays.stream(target.substring(question + 1).split("&"))
        .map(pair -> pair.replaceAll("=.*", ""))
        .collect(Collectors.toSet());
  }

  /** The media type without its parameters; empty when there is no content type. */
  String mediaType() {
    return headers.getOrDefault("Content-Type", "").replaceAll(";.*", "").trim();
  }

  @Override
  public String toString() {
    return method + " " + target + " -> " + status;
  }
}
