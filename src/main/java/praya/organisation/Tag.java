package praya.organisation;

import java.util.List;
import praya.domain.Language;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Address;
import praya.http.Phrase;

/** A term of the taxonomy on a page, with the address of the directory narrowed to it. */
public record Tag(Phrase label, String href) {

  public static List<Tag> list(
      Taxonomy taxonomy, Vocabulary vocabulary, List<String> codes, Language page) {
    return codes.stream().map(code -> of(taxonomy, vocabulary, code, page)).toList();
  }

  public static Tag of(Taxonomy taxonomy, Vocabulary vocabulary, String code, Language page) {
    Address directory = Address.of("/organisations").and(parameter(vocabulary), code);
    return new Tag(Phrase.label(taxonomy, vocabulary, code, page), directory.href());
  }

  /** The parameter of the directory that narrows to a term: the vocabulary's singular. */
  private static String parameter(Vocabulary vocabulary) {
    return switch (vocabulary) {
      case KINDS -> "kind";
      case LAYERS -> "layer";
      case SECTORS -> "sector";
      case CAPABILITIES -> "capability";
      default ->
          throw new IllegalArgumentException(
              "The directory cannot be narrowed by the vocabulary (" + vocabulary.code() + ").");
    };
  }
}
