package praya.map;

import java.util.List;
import java.util.Locale;
import praya.http.Frame;
import praya.http.Phrase;
import praya.map.MapService.Ego;
import praya.map.MapService.Node;
import praya.organisation.Names;

/**
 * Nodes and lines as shapes in a box.
 *
 * @param box the view box
 */
public record Drawing(String box, List<Shape> shapes, List<Stroke> strokes) {
  /** Communities that have a colour of their own; the others share the last. */
  private static final int COLOURS = 6;

  /** From the middle to the edge: the outer ring and a label behind it. */
  private static final int REACH = 560;

  private static final int LABEL = 24;
  private static final int SHORT_LABEL = 17;

  public Drawing {
    shapes = List.copyOf(shapes);
    strokes = List.copyOf(strokes);
  }

  /**
   * An organisation.
   *
   * @param colour 0 for the largest community, up to 5; -1 for none
   * @param turn the transform of the label
   * @param anchor which end of the label stands at the node
   */
  public record Shape(
      String x, String y, int colour, boolean centre, Label label, String turn, String anchor) {}

  /** What is written at a node, in full and cut, and where it leads. */
  public record Label(Phrase whole, Phrase cut, String href, boolean fictional) {}

  /** A tie. */
  public record Stroke(String x1, String y1, String x2, String y2) {}

  /** The graph around a centre. */
  static Drawing around(Ego ego, Frame frame) {
    boolean two = ego.nodes().stream().anyMatch(node -> node.steps() == 2);
    return new Drawing(
        "%d %d %d %d".formatted(-REACH, -REACH, 2 * REACH, 2 * REACH),
        ego.nodes().stream()
            .map(node -> radial(node, frame, two && node.steps() == 1 ? SHORT_LABEL : LABEL))
            .toList(),
        strokes(ego));
  }

  /** The ways between two. */
  static Drawing ways(Ego ego, Frame frame) {
    double low = ego.nodes().stream().mapToDouble(Node::y).max().orElse(0) + 80;
    return new Drawing(
        "%d %s %d %s".formatted(-REACH, number(-low), 2 * REACH, number(2 * low)),
        ego.nodes().stream().map(node -> upright(node, frame)).toList(),
        strokes(ego));
  }

  private static Shape radial(Node node, Frame frame, int width) {
    if (node.steps() == 0) {
      return upright(node, frame);
    }
    double degrees = Math.toDegrees(node.spot().angle()) - 90;
    boolean left = node.x() < 0;
    double away = left ? -11 : 11;
    String turn =
        "translate(%s %s) rotate(%s) translate(%s 4)"
            .formatted(
                number(node.x()),
                number(node.y()),
                number(left ? degrees + 180 : degrees),
                number(away));
    return shape(node, label(node, frame, width), turn, left ? "end" : "start");
  }

  private static Shape upright(Node node, Frame frame) {
    String turn = "translate(%s %s)".formatted(number(node.x()), number(node.y() + 28));
    return shape(node, label(node, frame, LABEL), turn, "middle");
  }

  private static Shape shape(Node node, Label label, String turn, String anchor) {
    int colour = node.community() < 0 ? -1 : Math.min(node.community(), COLOURS - 1);
    return new Shape(
        number(node.x()), number(node.y()), colour, node.steps() == 0, label, turn, anchor);
  }

  private static Label label(Node node, Frame frame, int width) {
    Names names = Names.of(node.organisation(), frame.language());
    return new Label(
        names.main(), names.main().shortened(width), names.href(), node.organisation().fictional());
  }

  private static List<Stroke> strokes(Ego ego) {
    return ego.lines().stream()
        .map(line -> {
          Node from = ego.nodes().get(line.from());
          Node to = ego.nodes().get(line.to());
          return new Stroke(number(from.x()), number(from.y()), number(to.x()), number(to.y()));
        })
        .toList();
  }

  /** One decimal is finer than any screen shows, and the same in every language. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.equals("-0.0") ? "0.0" : text;
  }
}
