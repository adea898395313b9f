package praya.scoring;

import java.util.List;
import java.util.function.UnaryOperator;
import praya.domain.LocalText;

/** Something that an organisation could state about itself if it is true. */
public final class Change {
  /** What is changed, the least effort first. */
  public enum Kind {
    CONFIRMATION("confirmation"),
    CAPABILITY("capability"),
    SECTOR("sector"),
    OFFER("offer"),
    NEED("need"),
    NEED_AND_OFFER("need-and-offer");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }

  private final Kind kind;
  private final List<String> codes;
  private final LocalText text;
  private final UnaryOperator<VisibleSheet> step;

  Change(Kind kind, List<String> codes, LocalText text, UnaryOperator<VisibleSheet> step) {
    this.kind = kind;
    this.codes = List.copyOf(codes);
    this.text = text;
    this.step = step;
  }

  public Kind kind() {
    return kind;
  }

  /** Codes of the taxonomy that are stated anew; of a need or an offer first its kind. */
  public List<String> codes() {
    return codes;
  }

  /** What would be stated, as a sentence. */
  public LocalText text() {
    return text;
  }

  /** The data as they would be. */
  VisibleSheet of(VisibleSheet you) {
    return step.apply(you);
  }
}
