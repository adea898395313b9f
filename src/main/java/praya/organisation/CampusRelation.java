package praya.organisation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Language;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;

/** The words for how an organisation stands to the campus: sources say it in English. */
public final class CampusRelation {
  private CampusRelation() {}

  /** The relation in a language, found by its English words; the source's words if unknown. */
  public static @Nullable String label(Campus campus, Taxonomy taxonomy, Language language) {
    String relation = campus.relation();
    if (relation == null) {
      return null;
    }
    return taxonomy.list(Vocabulary.CAMPUS_RELATIONS).stream()
        .filter(term -> relation.equals(term.label().en()))
        .map(Term::label)
        .map(label -> Objects.requireNonNullElse(label.in(language), relation))
        .findFirst()
        .orElse(relation);
  }
}
