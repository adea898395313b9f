package praya.testkit;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import praya.directory.Card;
import praya.directory.Chip;
import praya.directory.DirectoryPage;
import praya.directory.FacetGroup;
import praya.directory.Snippet;
import praya.domain.Organisation;
import praya.domain.Side;
import praya.domain.Vocabulary;
import praya.http.Address;
import praya.http.Frame;

/** Models of the directory's page, searched the plain way through the seed data. */
final class SampleDirectory {
  private final Sample sample;

  SampleDirectory(Sample sample) {
    this.sample = sample;
  }

  private static final Map<String, Vocabulary> VOCABULARIES =
      Map.of(
          "kind", Vocabulary.KINDS,
          "layer", Vocabulary.LAYERS,
          "sector", Vocabulary.SECTORS,
          "capability", Vocabulary.CAPABILITIES);
  private static final List<String> FACETS =
      List.of("kind", "layer", "sector", "capability", "member", "holdsAllocation", "fictional");

  /** The directory for the frame's address, narrowed by kind, layer, sector and capability. */
  public DirectoryPage directory(Frame frame) {
    Map<String, FacetGroup.Naming> namings = new LinkedHashMap<>();
    FACETS.forEach(
        name -> namings.put(name, new FacetGroup.Naming(sample.taxonomy, VOCABULARIES.get(name))));
    List<Organisation> hits =
        sample.seed.organisations().stream().filter(o -> fits(o, frame.here())).toList();
    String words = frame.here().value("q").orElse("");
    List<FacetGroup> facets =
        FACETS.stream()
            .map(name -> FacetGroup.of(name, namings.get(name), counts(name), frame))
            .toList();
    List<Organisation> ordered =
        hits.stream()
            .sorted(Comparator.comparing(o -> !o.slug().contains("-a")))
            .limit(30)
            .toList();
    List<Card> cards = ordered.stream().map(o -> card(o, frame, words)).toList();
    boolean empty = hits.isEmpty();
    List<DirectoryPage.Repair> repairs =
        empty
            ? List.of(
                new DirectoryPage.Repair("nowhere", frame.here().without("kind").href(), 14),
                new DirectoryPage.Repair(words, frame.here().without("q").href(), 96))
            : List.of();
    return new DirectoryPage(
        DirectoryPage.Asked.of(frame),
        facets,
        Chip.list(frame, namings),
        new DirectoryPage.Results(
            hits.size(),
            cards,
            words.isEmpty() ? List.of() : List.of("語音辨識", "speech recognition"),
            false,
            hits.size(),
            false,
            !frame.here().parameters().isEmpty()),
        repairs,
        repairs.isEmpty()
            ? List.of()
            : List.of(
                new DirectoryPage.Near("Legal technology", "/organisations?sector=legaltech", 9)),
        DirectoryPage.Links.of(frame, hits.size() > 30 ? "opaque-cursor" : null));
  }

  private Card card(Organisation organisation, Frame frame, String words) {
    Card card = Card.of(organisation, sample.taxonomy, frame.language());
    int needs = (int) open(organisation, Side.NEED);
    int offers = (int) open(organisation, Side.OFFER);
    Card open = card.with(new Card.Open(needs, offers));
    return words.isEmpty()
        ? open
        : open.with(
            List.of(
                Snippet.of("offers", "labelled <mark>speech</mark> &amp; dialogue", frame),
                Snippet.of("capabilities", "<mark>Speech</mark> recognition", frame)));
  }

  private long open(Organisation organisation, Side side) {
    return sample.seed.exchanges(side).stream()
        .filter(e -> e.organisationId().equals(organisation.id()) && e.isOpen(Sample.TODAY))
        .count();
  }

  private boolean fits(Organisation organisation, Address here) {
    var in = organisation.profile().classification();
    return any(here, "kind", List.of(organisation.profile().kind()))
        && any(here, "layer", in.layers())
        && any(here, "sector", in.sectors())
        && any(here, "capability", in.capabilities())
        && any(here, "fictional", List.of(String.valueOf(organisation.fictional())))
        && any(here, "holdsAllocation", List.of(String.valueOf(organisation.holdsAllocation())));
  }

  private static boolean any(Address here, String name, List<String> codes) {
    List<String> wanted = here.values(name);
    return wanted.isEmpty() || codes.stream().anyMatch(wanted::contains);
  }

  private List<FacetGroup.Count> counts(String name) {
    Map<String, Long> counts =
        switch (name) {
          case "kind" -> sample.counts(o -> List.of(o.profile().kind()));
          case "layer" -> sample.counts(o -> o.profile().classification().layers());
          case "sector" -> sample.counts(o -> o.profile().classification().sectors());
          case "capability" -> sample.counts(o -> o.profile().classification().capabilities());
          case "member" -> sample.counts(o -> List.of(o.entry().campus().membership()));
          case "holdsAllocation" ->
              sample.counts(o -> List.of(String.valueOf(o.holdsAllocation())));
          default -> sample.counts(o -> List.of(String.valueOf(o.fictional())));
        };
    return counts.entrySet().stream()
        .map(e -> new FacetGroup.Count(e.getKey(), e.getValue()))
        .toList();
  }
}
