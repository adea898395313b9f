package praya.site;

import java.util.List;
import praya.directory.HomePage;
import praya.http.Frame;

/** The directory in figures, as the first page shows it. */
final class HomeFigures {
  private final Frame frame;

  HomeFigures(Frame frame) {
    this.frame = frame;
  }

  List<HomePage.Figure> of(Statistics statistics) {
    Statistics.Records records = statistics.records();
    return List.of(
        figure(
            "organisations",
            statistics.organisations().total(),
            split(statistics.organisations()),
            "/organisations"),
        figure(
            "startups",
            statistics.startUps().total(),
            split(statistics.startUps()),
            "/organisations?kind=startup"),
        figure("needs", records.openNeeds(), split(records.needs()), "/organisations"),
        figure("offers", records.openOffers(), split(records.offers()), "/organisations"),
        figure(
            "relations",
            records.relations().total(),
            split(records.relations()),
            "/organisations"));
  }

  private HomePage.Figure figure(String key, long value, String note, String href) {
    return new HomePage.Figure(frame.number(value), frame.say("home.figure." + key), note, href);
  }

  private String split(Statistics.Split split) {
    return split.real() == 0
        ? frame.say("home.figure.demo")
        : frame.say("home.figure.split", split.real(), split.fictional());
  }
}
