package praya.map;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import praya.domain.Organisation;
import praya.map.MapService.Ego;
import praya.map.MapService.Line;
import praya.map.MapService.Node;

/** A graph in GraphML (Brandes and others, 2002), which programs for networks read. */
final class GraphMl {
  private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";

  private final XMLStreamWriter xml;

  private GraphMl(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(Ego ego) {
    var text = new StringWriter();
    try {
      var writer = new GraphMl(XMLOutputFactory.newFactory().createXMLStreamWriter(text));
      writer.write(ego);
    } catch (XMLStreamException impossible) {
      throw new IllegalStateException("A text in memory can be written.", impossible);
    }
    return text.toString();
  }

  private void write(Ego ego) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("graphml");
    xml.writeDefaultNamespace(NAMESPACE);
    for (String name : List.of("nameEn", "nameZhHant", "nameZhHans", "kind")) {
      key(name, "node", "string");
    }
    key("fictional", "node", "boolean");
    key("steps", "node", "int");
    key("community", "node", "int");
    key("x", "node", "double");
    key("y", "node", "double");
    key("types", "edge", "string");
    xml.writeStartElement("graph");
    xml.writeAttribute("edgedefault", "undirected");
    for (Node node : ego.nodes()) {
      node(node);
    }
    for (Line line : ego.lines()) {
      edge(ego, line);
    }
    xml.writeEndDocument();
    xml.flush();
  }

  private void key(String name, String owner, String type) throws XMLStreamException {
    xml.writeEmptyElement("key");
    xml.writeAttribute("id", name);
    xml.writeAttribute("for", owner);
    xml.writeAttribute("attr.name", name);
    xml.writeAttribute("attr.type", type);
  }

  private void node(Node node) throws XMLStreamException {
    Organisation organisation = node.organisation();
    var name = organisation.profile().name();
    xml.writeStartElement("node");
    xml.writeAttribute("id", organisation.slug());
    data("nameEn", name.en());
    data("nameZhHant", name.zhHant());
    data("nameZhHans", name.zhHans());
    data("kind", organisation.profile().kind());
    data("fictional", Boolean.toString(organisation.fictional()));
    data("steps", Integer.toString(node.steps()));
    data("community", node.community() < 0 ? null : Integer.toString(node.community() + 1));
    data("x", Double.toString(node.x()));
    data("y", Double.toString(node.y()));
    xml.writeEndElement();
  }

  private void edge(Ego ego, Line line) throws XMLStreamException {
    xml.writeStartElement("edge");
    xml.writeAttribute("source", ego.nodes().get(line.from()).organisation().slug());
    xml.writeAttribute("target", ego.nodes().get(line.to()).organisation().slug());
    data("types", types(line));
    xml.writeEndElement();
  }

  /** The types of the relations of a tie, each once. */
  static String types(Line line) {
    return line.relations().stream()
        .map(relation -> relation.content().type())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private void data(String key, @Nullable String value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement("data");
      xml.writeAttribute("key", key);
      xml.writeCharacters(value);
      xml.writeEndElement();
    }
  }
}
