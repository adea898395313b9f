package praya.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.Organisation;
import praya.domain.Taxonomy;
import praya.http.Phrase;
import praya.organisation.Labels;
import praya.organisation.Names;

/**
 * An organisation in a list.
 *
 * @param found where the words of the query were found; empty without a query
 */
public record Card(
    Organisation organisation,
    Names names,
    @Nullable Phrase summary,
    Labels labels,
    Open open,
    List<Snippet> found) {
  public Card {
    found = List.copyOf(found);
  }

  /** How many needs and offers are open today and visible to the reader. */
  public record Open(int needs, int offers) {
    public static final Open NONE = new Open(0, 0);
  }

  public static Card of(Organisation organisation, Taxonomy taxonomy, Language page) {
    return new Card(
        organisation,
        Names.of(organisation, page),
        Phrase.find(organisation.profile().summary(), page),
        Labels.of(organisation, taxonomy, page),
        Open.NONE,
        List.of());
  }

  public Card with(Open other) {
    return new Card(organisation, names, summary, labels, other, found);
  }

  public Card with(List<Snippet> other) {
    return new Card(organisation, names, summary, labels, open, other);
  }
}
