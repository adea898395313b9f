package praya.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a vocabulary: a code that records carry, and what people call it.
 *
 * @param parent the code of the group above, for capabilities only; null for a group
 * @param synonyms other ways to say it, in any language and script
 */
public record Term(
    Vocabulary vocabulary,
    String code,
    @Nullable String parent,
    LocalText label,
    List<String> synonyms,
    LocalText note) {

  public Term {
    synonyms = List.copyOf(synonyms);
  }
}
