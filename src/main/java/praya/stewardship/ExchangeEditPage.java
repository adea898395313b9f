package praya.stewardship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.history.FieldWords;
import praya.http.Phrase;

/**
 * The page on which a need or an offer is written.
 *
 * @param owner the organisation's name
 * @param slug the organisation's
 * @param path where the form goes
 * @param review what a preview or a conflict shows; null for neither
 */
public record ExchangeEditPage(
    Phrase owner,
    String slug,
    String path,
    boolean need,
    Form form,
    EditPage.@Nullable Review review) {

  /**
   * The form.
   *
   * @param version 0 for a new one
   * @param closable whether it is open and can be closed by a button
   */
  public record Form(
      Inputs inputs, long version, boolean closable, boolean reasonAsked, String reason) {}

  public boolean isNew() {
    return form.version() == 0;
  }

  /** The lines of a preview. */
  public List<FieldWords.Line> lines() {
    return review == null ? List.of() : review.lines();
  }
}
