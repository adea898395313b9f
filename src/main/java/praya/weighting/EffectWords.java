package praya.weighting;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import praya.domain.LocalText;
import praya.domain.Match;
import praya.domain.Organisation;
import praya.evaluation.ReplayFigures;
import praya.evaluation.ReplayFigures.Figure;
import praya.http.Frame;
import praya.http.Phrase;

/** What other weights would change, in the words of a page. */
final class EffectWords {
  private final Frame frame;

  EffectWords(Frame frame) {
    this.frame = frame;
  }

  WeightsPage.Organisation of(WeightsTrial.Lists lists) {
    Organisation own = lists.organisation();
    return new WeightsPage.Organisation(
        "/organisations/" + own.slug(),
        name(own),
        lists.places().stream()
            .map(place ->
                new WeightsPage.Place(
                    other(own, place.match()), frame.number(place.match().score()), moved(place)))
            .toList(),
        lists.gone().stream().map(match -> other(own, match)).toList());
  }

  private String moved(WeightsTrial.Place place) {
    if (place.before().isEmpty()) {
      return frame.say("weights.moved.new");
    }
    int before = place.before().get();
    return before == place.rank()
        ? "–"
        : (before > place.rank() ? "↑ " : "↓ ") + frame.say("weights.moved.before", (long) before);
  }

  private WeightsPage.Other other(Organisation own, Match match) {
    Organisation organisation = match.organisation();
    return new WeightsPage.Other(
        "/organisations/" + own.slug() + "/partners/" + organisation.slug(), name(organisation));
  }

  private String name(Organisation organisation) {
    LocalText name = organisation.profile().name();
    return Objects.requireNonNullElse(
            Phrase.find(name, frame.language()), Phrase.plain(organisation.slug()))
        .text();
  }

  WeightsPage.BackTest of(WeightsTrial.BackTest test) {
    ReplayFigures present = test.present();
    ReplayFigures proposed = test.proposed();
    return new WeightsPage.BackTest(
        test.introductions(),
        test.fictional(),
        List.of(
            row("auc", present.auc(), proposed.auc(), test.gain().auc()),
            row("mrr", present.ranks().mrr(), proposed.ranks().mrr(), test.gain().mrr()),
            row("success1", present.ranks().success1(), proposed.ranks().success1()),
            row("success5", present.ranks().success5(), proposed.ranks().success5()),
            row(
                "success10",
                present.ranks().success10(),
                proposed.ranks().success10(),
                test.gain().success10()),
            row(
                "ndcg10",
                present.ranks().ndcg10(),
                proposed.ranks().ndcg10(),
                test.gain().ndcg10()),
            row("plain", present.reliability().plain(), proposed.reliability().plain()),
            row("learned", present.reliability().learned(), proposed.reliability().learned()),
            row("gini", present.exposure().gini(), proposed.exposure().gini()),
            row("never", present.exposure().never(), proposed.exposure().never())));
  }

  private static WeightsPage.Row row(String code, Figure present, Figure proposed, Figure gain) {
    return new WeightsPage.Row(
        code,
        text(present),
        text(proposed),
        String.format(
            Locale.ROOT,
            "%+.3f [%+.3f, %+.3f]",
            gain.value(),
            gain.interval().low(),
            gain.interval().high()));
  }

  private static WeightsPage.Row row(String code, double present, double proposed) {
    return new WeightsPage.Row(
        code,
        decimal(present),
        decimal(proposed),
        String.format(Locale.ROOT, "%+.3f", proposed - present));
  }

  private static String text(Figure figure) {
    return "%s [%s, %s]"
        .formatted(
            decimal(figure.value()),
            decimal(figure.interval().low()),
            decimal(figure.interval().high()));
  }

  private static String decimal(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  List<WeightsPage.Point> of(WeightsService.Curve curve) {
    return curve.calibration().points().stream()
        .map(point ->
            new WeightsPage.Point(
                frame.number(Math.round(point.score())),
                frame.number(Math.round(100 * point.probability()))))
        .toList();
  }
}
