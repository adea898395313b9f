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

  private HomePage.Figure figure(String key, Statistics.Count value, String note, String href) {
    return new HomePage.Figure(words(value, frame), frame.say("home.figure." + key), note, href);
  }

  private String split(Statistics.Split split) {
    Long real = split.real().value();
    Long fictional = split.fictional().value();
    if (real == null || fictional == null) {
      return "";
    }
    return real == 0
        ? frame.say("home.figure.demo")
        : frame.say("home.figure.split", real, fictional);
  }

  /** A number as a page says it, also when it is withheld. */
  static String words(Statistics.Count count, Frame frame) {
    Long value = count.value();
    return value == null
        ? frame.say(count.few() ? "count.few" : "count.withheld")
        : frame.number(value);
  }
}
