package praya.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Frame;

/**
 * Organisations as a table in CSV (RFC 4180): with a byte order mark, so that spreadsheets read
 * Chinese, and with cells that a spreadsheet would take for a formula made harmless.
 */
final class DirectoryCsv {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Taxonomy taxonomy;
  private final Frame frame;
  private final LocalDate asOf;
  private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

  DirectoryCsv(Taxonomy taxonomy, Frame frame, LocalDate asOf) {
    this.asOf = asOf;
    this.taxonomy = taxonomy;
    this.frame = frame;
    line(
        Stream.of(
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
            "asOf"));
  }

  void add(Organisation organisation) {
    var profile = organisation.profile();
    var origin = organisation.entry().origin();
    line(
        Stream.of(
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
            asOf));
  }

  String text() {
    return text.toString();
  }

  private String labels(Vocabulary vocabulary, List<String> codes) {
    return codes.stream()
        .map(code -> taxonomy.label(vocabulary, code, frame.language()))
        .collect(Collectors.joining(" | "));
  }

  private void line(Stream<? extends @Nullable Object> cells) {
    text.append(cells.map(DirectoryCsv::cell).collect(Collectors.joining(","))).append("\r\n");
  }

  private static String cell(@Nullable Object value) {
    String plain = Objects.toString(value, "");
    String safe = plain.isEmpty() || "=+-@\t\r".indexOf(plain.charAt(0)) < 0 ? plain : "'" + plain;
    return '"' + safe.replace("\"", "\"\"") + '"';
  }
}
