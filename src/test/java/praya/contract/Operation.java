package praya.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One operation of the OpenAPI document.
 *
 * @param method in capital letters
 * @param path the template, such as {@code /api/v1/offers/{id}}
 * @param pathItem where the parameters stand that all operations of the path share
 */
record Operation(String method, String path, Place pathItem, Place place) {

  String id() {
    return place.text("operationId");
  }

  /** All parameters: path, query and header. */
  List<Place> parameters() {
    return Stream.of(pathItem, place)
        .flatMap(owner -> owner.find("parameters").stream())
        .flatMap(Place::elements)
        .toList();
  }

  List<Place> parameters(String in) {
    return parameters().stream().filter(p -> p.text("in").equals(in)).toList();
  }

  Optional<Place> response(int status) {
    return place.get("responses").find(Integer.toString(status));
  }

  List<Integer> statuses() {
    return place.get("responses").children().stream()
        .map(response -> Integer.valueOf(response.getKey()))
        .toList();
  }

  /** The media types of the request body, the preferred one first; empty when there is none. */
  List<Map.Entry<String, Place>> requestTypes() {
    return place.find("requestBody").map(body -> body.get("content").children()).orElse(List.of());
  }

  /** The documented request bodies of a media type by name. */
  static List<Map.Entry<String, JsonNode>> examples(Place mediaType) {
    return mediaType.find("examples").map(Place::children).orElse(List.of()).stream()
        .map(example -> Map.entry(example.getKey(), example.getValue().node().get("value")))
        .toList();
  }

  /** Whether it is about accounts and keys, which are no records of the directory. */
  boolean isAboutPeople() {
    return place.get("tags").node().get(0).asString().equals("People");
  }

  /** Whether it is refused to whoever is not signed in. */
  boolean needsKey() {
    return place.find("security").isPresent();
  }

  boolean isItem() {
    return path.endsWith("{id}");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
