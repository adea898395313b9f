package praya.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A need or an offer: one organisation's concrete wish or supply, with its text and period. */
public record Exchange(Side side, String id, long version, UUID organisationId, Content content) {

  /**
   * What is written about it.
   *
   * @param organisation the slug of the organisation whose it is
   * @param kind a code of {@link Vocabulary#EXCHANGE}: capability, data, compute, pilot-site...
   */
  public record Content(
      String organisation,
      String kind,
      Wording wording,
      Topic topic,
      Visibility visibility,
      Period period,
      boolean fictional) {
    /** The same, of another organisation. */
    public Content of(String owner) {
      return new Content(owner, kind, wording, topic, visibility, period, fictional);
    }

    /** The same, for another period. */
    public Content during(Period other) {
      return new Content(organisation, kind, wording, topic, visibility, other, fictional);
    }

    /** The same for other readers. */
    public Content with(Visibility other) {
      return new Content(organisation, kind, wording, topic, other, period, fictional);
    }
  }

  /** Title and text. */
  public record Wording(LocalText title, LocalText text) {}

  /** Codes of capabilities and sectors that it is about. */
  public record Topic(List<String> capabilities, List<String> sectors) {
    public Topic {
      capabilities = List.copyOf(capabilities);
      sectors = List.copyOf(sectors);
    }
  }

  public boolean isOpen(LocalDate day) {
    return content.period().contains(day);
  }
}
