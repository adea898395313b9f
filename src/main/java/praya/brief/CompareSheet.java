package praya.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.http.Frame;
import praya.http.Phrase;
import praya.organisation.Labels;
import praya.organisation.Names;
import praya.organisation.Tag;

/** Makes the sheet of vendors: one row for each fact, those without one say so. */
record CompareSheet(Taxonomy taxonomy, Frame frame) {
  private static final List<String> REASONS =
      List.of("offer", "capability", "text", "constraint", "sector", "freshness");

  ComparePage.Head head(Vendor vendor) {
    Names names = Names.of(vendor.organisation(), frame.language());
    return new ComparePage.Head(names.main(), names.href(), vendor.organisation().fictional());
  }

  List<ComparePage.Row> rows(List<Vendor> vendors) {
    List<ComparePage.Row> rows = new ArrayList<>();
    rows.add(row("score", vendors, vendor -> plain(frame.number(vendor.score()))));
    for (String reason : REASONS) {
      rows.add(row("reason." + reason, vendors, vendor -> reason(vendor, reason)));
    }
    // All vendors answer the same conditions, in the same order.
    for (int i = 0; !vendors.isEmpty() && i < vendors.get(0).constraints().size(); i++) {
      int at = i;
      String code = vendors.get(0).constraints().get(i).code();
      rows.add(row("constraint." + code, vendors, vendor -> mention(vendor, at)));
    }
    rows.add(
        row("kind", vendors, vendor -> new ComparePage.Cell(labels(vendor).kind().label(), null)));
    rows.add(row("sectors", vendors, vendor -> tags(labels(vendor).sectors())));
    rows.add(row("able", vendors, vendor -> tags(labels(vendor).capabilities())));
    rows.add(row("founded", vendors, this::founded));
    rows.add(row("website", vendors, this::website));
    rows.add(row("confirmed", vendors, this::confirmed));
    return rows;
  }

  private ComparePage.Row row(
      String key, List<Vendor> vendors, Function<Vendor, ComparePage.Cell> cell) {
    return new ComparePage.Row(frame.say("brief." + key), vendors.stream().map(cell).toList());
  }

  private ComparePage.Cell reason(Vendor vendor, String code) {
    return vendor.reasons().stream()
        .filter(reason -> reason.code().equals(code))
        .findFirst()
        .map(reason -> {
          String text = Say.in(reason.text(), frame.language());
          return new ComparePage.Cell(
              Phrase.plain("+" + reason.points() + " · " + text), reason.fact().href());
        })
        .orElse(plain("0"));
  }

  private ComparePage.Cell mention(Vendor vendor, int at) {
    Vendor.Fact fact = vendor.constraints().get(at).mention();
    return fact == null
        ? missing()
        : new ComparePage.Cell(Phrase.of(fact.text(), frame.language(), fact.href()), fact.href());
  }

  private Labels labels(Vendor vendor) {
    return Labels.of(vendor.organisation(), taxonomy, frame.language());
  }

  private ComparePage.Cell tags(List<Tag> tags) {
    if (tags.isEmpty()) {
      return missing();
    }
    List<String> words = tags.stream().map(tag -> tag.label().text()).toList();
    return plain(String.join(frame.say("comma"), words));
  }

  private ComparePage.Cell founded(Vendor vendor) {
    Integer year = vendor.organisation().profile().foundedOrIntakeYear();
    return year == null ? missing() : plain(Integer.toString(year));
  }

  private ComparePage.Cell website(Vendor vendor) {
    @Nullable String website = vendor.organisation().profile().website();
    return website == null ? missing() : plain(website);
  }

  private ComparePage.Cell confirmed(Vendor vendor) {
    Organisation organisation = vendor.organisation();
    var moment = organisation.entry().origin().confirmedAt();
    return moment == null ? missing() : plain(frame.date(moment));
  }

  private ComparePage.Cell missing() {
    return plain(frame.say("brief.notStated"));
  }

  private static ComparePage.Cell plain(String text) {
    return new ComparePage.Cell(Phrase.plain(text), null);
  }
}
