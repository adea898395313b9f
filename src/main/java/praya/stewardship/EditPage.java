package praya.stewardship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.history.FieldWords;
import praya.http.Phrase;

/**
 * The page on which an organisation is changed.
 *
 * @param notice the key of what was done last; null for nothing
 * @param form what can be changed
 * @param review what a preview or a conflict shows; null for neither
 * @param keeping what there is to look after besides; null while a form is being mended
 */
public record EditPage(
    Phrase name,
    String slug,
    @Nullable String notice,
    Form form,
    @Nullable Review review,
    @Nullable Keeping keeping) {

  /**
   * The form.
   *
   * @param reasonAsked whether staff act in the place of members and must say why
   * @param proposes whether names become a proposal
   */
  public record Form(
      Inputs inputs,
      long version,
      boolean reasonAsked,
      boolean proposes,
      String note,
      String reason) {}

  /**
   * Two texts side by side before anything is stored.
   *
   * @param conflict whether somebody else changed the record meanwhile; otherwise it is a preview
   * @param contested names of the fields that both changed
   */
  public record Review(boolean conflict, List<FieldWords.Line> lines, List<String> contested) {
    public Review {
      lines = List.copyOf(lines);
      contested = List.copyOf(contested);
    }
  }

  /** What else there is about the record. */
  public record Keeping(
      List<Fact> facts,
      List<Gap> gaps,
      List<Person> people,
      List<Asking> asking,
      List<Exchange> exchanges,
      List<FieldWords.Line> proposed,
      @Nullable String delisting) {
    public Keeping {
      facts = List.copyOf(facts);
      gaps = List.copyOf(gaps);
      people = List.copyOf(people);
      asking = List.copyOf(asking);
      exchanges = List.copyOf(exchanges);
      proposed = List.copyOf(proposed);
    }
  }

  /** A fact, who said it, and when it was confirmed. */
  public record Fact(
      String field, String label, String value, String source, @Nullable String confirmed) {}

  /** A fact that is missing, and what it would do for being found. */
  public record Gap(String field, String label, int weight, List<String> uses) {
    public Gap {
      uses = List.copyOf(uses);
    }
  }

  /** Somebody who acts for the organisation. */
  public record Person(String account, @Nullable String name, String since, boolean self) {}

  /** Somebody who asks to act for it, without a name. */
  public record Asking(String when, @Nullable String domain) {}

  /** A need or an offer of the organisation. */
  public record Exchange(String path, Phrase title, boolean need, boolean open) {}
}
