package praya.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import praya.csv.CsvText;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Frame;

/** Organisations as a table in CSV. */
final class DirectoryCsv {
  private final Taxonomy taxonomy;
  private final Frame frame;
  private final LocalDate asOf;
  private final CsvText text;

  DirectoryCsv(Taxonomy taxonomy, Frame frame, LocalDate asOf) {
    this.asOf = asOf;
    this.taxonomy = taxonomy;
    this.frame = frame;
    this.text =
        new CsvText(
            "slug",
            "nameEn",
            "nameZhHant",
            "nameZhHans",
            "kind",
            "layers",
            "sectors",
            "capabilities",
            "member",
            "holdsAllocation",
            "website",
            "summaryEn",
            "summaryZhHant",
            "fictional",
            "confirmedAt",
            "sources",
            "query",
            "asOf");
  }

  void add(Organisation organisation) {
    var profile = organisation.profile();
    var origin = organisation.entry().origin();
    text.row(
        organisation.slug(),
        profile.name().en(),
        profile.name().zhHant(),
        profile.name().zhHans(),
        taxonomy.label(Vocabulary.KINDS, profile.kind(), frame.language()),
        labels(Vocabulary.LAYERS, profile.classification().layers()),
        labels(Vocabulary.SECTORS, profile.classification().sectors()),
        labels(Vocabulary.CAPABILITIES, profile.classification().capabilities()),
        organisation.entry().campus().membership(),
        organisation.holdsAllocation(),
        profile.website(),
        profile.summary().en(),
        profile.summary().zhHant(),
        organisation.fictional(),
        origin.confirmedAt(),
        String.join(" | ", origin.sources()),
        frame.here().without("cursor").at("/organisations").href(),
        asOf);
  }

  String text() {
    return text.toString();
  }

  private String labels(Vocabulary vocabulary, List<String> codes) {
    return codes.stream()
        .map(code -> taxonomy.label(vocabulary, code, frame.language()))
        .collect(Collectors.joining(" | "));
  }
}
