package praya.brief;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import praya.brief.Vendor.Answered;
import praya.brief.Vendor.Fact;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.scoring.VisibleSheet;
import praya.search.text.Folding;

/**
 * What the texts of an organisation mention of the conditions of a brief: its open offers, then its
 * summary. To mention is not to promise, so the text is shown for the reader to judge.
 */
record Mentions(VisibleSheet sheet, LocalDate asOf) {

  static String page(VisibleSheet sheet) {
    return "/organisations/" + sheet.organisation().slug();
  }

  /** An answer to each condition, in order. */
  List<Answered> of(Brief.Conditions conditions) {
    List<Answered> answers = new ArrayList<>();
    conditions.constraints().forEach(each -> answers.add(new Answered(each.code(), find(each))));
    if (!conditions.budget().isEmpty()) {
      // The directory has no field for prices, so nobody can have stated one.
      answers.add(new Answered("budget", null));
    }
    LocalDate start = conditions.start();
    if (start != null) {
      answers.add(new Answered("start", openOn(start)));
    }
    return answers;
  }

  private @Nullable Fact find(Constraint constraint) {
    for (Exchange offer : sheet.offers()) {
      var wording = offer.content().wording();
      if (mentions(constraint, Stream.concat(wording.title().all(), wording.text().all()))) {
        LocalText text = wording.text().isEmpty() ? wording.title() : wording.text();
        return new Fact(page(sheet) + "#" + offer.id(), text);
      }
    }
    LocalText summary = sheet.organisation().profile().summary();
    return mentions(constraint, summary.all()) ? new Fact(page(sheet), summary) : null;
  }

  private static boolean mentions(Constraint constraint, Stream<String> texts) {
    List<String> words = constraint.words().stream().map(Folding::of).toList();
    return texts.map(Folding::of).anyMatch(text -> words.stream().anyMatch(text::contains));
  }

  private @Nullable Fact openOn(LocalDate day) {
    return sheet.offers().stream()
        .filter(offer -> offer.isOpen(day))
        .findFirst()
        .map(offer -> new Fact(page(sheet) + "#" + offer.id(), VendorRanking.title(offer)))
        .orElse(null);
  }
}
