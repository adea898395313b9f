package praya.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Language;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.http.Phrase;

/** Where an organisation stands in the taxonomy, in words. */
public record Labels(
    Tag kind,
    List<Tag> layers,
    List<Tag> sectors,
    List<Tag> capabilities,
    @Nullable Phrase campusRelation) {
  public Labels {
    layers = List.copyOf(layers);
    sectors = List.copyOf(sectors);
    capabilities = List.copyOf(capabilities);
  }

  public static Labels of(Organisation organisation, Taxonomy taxonomy, Language page) {
    Classification in = organisation.profile().classification();
    return new Labels(
        Tag.of(taxonomy, Vocabulary.KINDS, organisation.profile().kind(), page),
        Tag.list(taxonomy, Vocabulary.LAYERS, in.layers(), page),
        Tag.list(taxonomy, Vocabulary.SECTORS, in.sectors(), page),
        Tag.list(taxonomy, Vocabulary.CAPABILITIES, in.capabilities(), page),
        relation(organisation.entry().campus(), taxonomy, page));
  }

  /** The source's words are English; the vocabulary has them in the other languages too. */
  private static @Nullable Phrase relation(Campus campus, Taxonomy taxonomy, Language page) {
    String words = campus.relation();
    if (words == null) {
      return null;
    }
    for (Term term : taxonomy.list(Vocabulary.CAMPUS_RELATIONS)) {
      if (words.equals(term.label().en()) || words.equals(term.code())) {
        return Phrase.of(term.label(), page, words);
      }
    }
    return new Phrase(words, page == Language.EN ? null : "en");
  }
}
