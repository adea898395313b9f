package praya.bench.quality;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import praya.domain.Audience;
import praya.domain.Classification;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Profile;
import praya.domain.Sheet;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.search.Indexed;

/**
 * What every engine gets of an organisation: the same words, in three fields.
 *
 * @param names and aliases
 * @param terms labels and synonyms of its codes, in every language
 * @param prose summaries, needs, offers and the rest
 */
record Texts(String id, String names, String terms, String prose) {

  /** What everybody may see of each. */
  static List<Texts> of(Collection<Indexed> organisations, Taxonomy taxonomy) {
    List<Texts> all = new ArrayList<>();
    for (Indexed each : organisations) {
      each.sheet().seenBy(Audience.PUBLIC).ifPresent(sheet -> all.add(of(sheet, taxonomy)));
    }
    return all;
  }

  private static Texts of(Sheet sheet, Taxonomy taxonomy) {
    Profile profile = sheet.organisation().profile();
    Classification codes = profile.classification();
    List<Term> terms = new ArrayList<>();
    add(terms, taxonomy, Vocabulary.CAPABILITIES, codes.capabilities());
    add(terms, taxonomy, Vocabulary.SECTORS, codes.sectors());
    add(terms, taxonomy, Vocabulary.LAYERS, codes.layers());
    add(terms, taxonomy, Vocabulary.KINDS, List.of(profile.kind()));
    List<LocalText> prose = new ArrayList<>(List.of(profile.summary()));
    for (Exchange exchange :
        Stream.concat(sheet.offers().stream(), sheet.needs().stream()).toList()) {
      prose.add(exchange.content().wording().title());
      prose.add(exchange.content().wording().text());
    }
    if (sheet.organisation().entry().computeReported() != null) {
      prose.add(sheet.organisation().entry().computeReported().fact());
    }
    return new Texts(
        sheet.organisation().slug(),
        join(Stream.concat(profile.name().all(), profile.aliases().stream())),
        join(
            terms.stream()
                .flatMap(term -> Stream.concat(term.label().all(), term.synonyms().stream()))),
        join(prose.stream().flatMap(LocalText::all)));
  }

  private static void add(
      List<Term> terms, Taxonomy taxonomy, Vocabulary vocabulary, List<String> codes) {
    codes.forEach(code -> taxonomy.find(vocabulary, code).ifPresent(terms::add));
  }

  private static String join(Stream<String> texts) {
    return texts.collect(Collectors.joining("\n"));
  }
}
