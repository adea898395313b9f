package praya.search;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Vocabulary;

/** A side of an organisation by which a list can be narrowed, in the order of the page. */
public enum Facet {
  KIND("kind", Vocabulary.KINDS),
  LAYER("layer", Vocabulary.LAYERS),
  SECTOR("sector", Vocabulary.SECTORS),
  CAPABILITY("capability", Vocabulary.CAPABILITIES),
  /** Of the campus: {@code true}, {@code false} or {@code unknown}. */
  MEMBER("member", null),
  HOLDS_ALLOCATION("holdsAllocation", null),
  FICTIONAL("fictional", null);

  private final String jsonName;
  private final @Nullable Vocabulary vocabulary;

  Facet(String jsonName, @Nullable Vocabulary vocabulary) {
    this.jsonName = jsonName;
    this.vocabulary = vocabulary;
  }

  /** The name in JSON and in the address bar. */
  public String jsonName() {
    return jsonName;
  }

  /** The vocabulary that labels the codes; empty where the codes are true and false. */
  public Optional<Vocabulary> vocabulary() {
    return Optional.ofNullable(vocabulary);
  }

  public static Optional<Facet> find(String jsonName) {
    for (Facet facet : values()) {
      if (facet.jsonName.equals(jsonName)) {
        return Optional.of(facet);
      }
    }
    return Optional.empty();
  }
}
