package praya.brief;

import java.util.List;
import praya.domain.Vocabulary;

/** A brief as it was understood: the terms that vendors are looked for by, in order. */
public record Understood(List<Meant> terms) {
  public Understood {
    terms = List.copyOf(terms);
  }

  /**
   * A term.
   *
   * @param said the words of the text that name it; empty for a term that was picked
   */
  public record Meant(Vocabulary vocabulary, String code, String said) {
    public boolean picked() {
      return said.isEmpty();
    }
  }

  public List<String> capabilities() {
    return codes(Vocabulary.CAPABILITIES);
  }

  public List<String> sectors() {
    return codes(Vocabulary.SECTORS);
  }

  private List<String> codes(Vocabulary vocabulary) {
    return terms.stream().filter(term -> term.vocabulary() == vocabulary).map(Meant::code).toList();
  }
}
