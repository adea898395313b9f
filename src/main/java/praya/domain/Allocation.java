package praya.domain;

import java.util.UUID;

/** Compute that the centre granted to an organisation's project for a period. */
public record Allocation(String id, long version, UUID organisationId, Content content) {

  /** What is written about it; {@code organisation} is the slug of the holder. */
  public record Content(
      String organisation,
      LocalText project,
      Grant grant,
      boolean fictional,
      Visibility visibility) {

    /** A public allocation. */
    public Content(String organisation, LocalText project, Grant grant, boolean fictional) {
      this(organisation, project, grant, fictional, Visibility.PUBLIC);
    }

    /** The same for other readers. */
    public Content with(Visibility other) {
      return new Content(organisation, project, grant, fictional, other);
    }

    /** The same, held by another organisation. */
    public Content of(String holder) {
      return new Content(holder, project, grant, fictional, visibility);
    }
  }

  /**
   * The terms of the grant.
   *
   * @param scheme a code of {@link Vocabulary#SCHEMES}
   * @param cards accelerator cards, 1 or more, held on every day of the period
   * @param period closed: the last day is always known
   */
  public record Grant(
      String scheme, int cards, Period period, Status status, Shareability shareability) {}

  /** Where an allocation is in its life. The codes are the vocabulary's. */
  public enum Status {
    PLANNED("planned", true),
    ACTIVE("active", true),
    SUSPENDED("suspended", true),
    COMPLETED("completed", false),
    RETURNED("returned", false);

    private final String code;
    private final boolean held;

    Status(String code, boolean held) {
      this.code = code;
      this.held = held;
    }

    public String code() {
      return code;
    }

    /** Whether the holder still holds the compute. */
    public boolean held() {
      return held;
    }
  }

  /** Whether the scheme's rules let others in. Not shareable is the default. */
  public enum Shareability {
    NOT_SHAREABLE("not-shareable"),
    JOINT_PROJECT("joint-project"),
    WITH_APPROVAL("with-approval");

    private final String code;

    Shareability(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
