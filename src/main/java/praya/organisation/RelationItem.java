package praya.organisation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Organisation;
import praya.domain.Relation;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Frame;
import praya.http.Phrase;
import praya.http.Source;

/**
 * A relation as the page of one of its two organisations shows it.
 *
 * @param heading how the other stands to this one: supplier, supplied by...
 * @param outgoing whether the relation is this organisation's own statement
 */
public record RelationItem(
    Relation relation,
    Phrase heading,
    boolean outgoing,
    Names other,
    @Nullable Phrase fact,
    List<Source> sources) {
  public RelationItem {
    sources = List.copyOf(sources);
  }

  public static RelationItem of(
      Relation relation, Organisation other, Frame frame, Taxonomy taxonomy) {
    boolean outgoing = relation.toId().equals(other.id());
    String type = relation.content().type();
    String key = "relation." + type + (outgoing ? ".out" : ".in");
    Phrase heading =
        frame.texts().has(key)
            ? Phrase.plain(frame.say(key))
            : Phrase.label(taxonomy, Vocabulary.RELATION_TYPES, type, frame.language());
    return new RelationItem(
        relation,
        heading,
        outgoing,
        Names.of(other, frame.language()),
        frame.phrase(relation.content().fact()),
        List.of(Source.of(relation.content().source())));
  }
}
