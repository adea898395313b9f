package praya.brief;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import praya.brief.Understood.Meant;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.search.text.Glossary;
import praya.search.text.Stemmer;
import praya.search.text.Word;
import praya.search.text.WordScanner;

/**
 * Finds the capabilities and sectors that a text names, in either language and any of the scripts:
 * the longest phrase of the taxonomy at each place, on folded words. Immutable.
 */
public final class Understanding {
  private final Glossary glossary;

  public Understanding(Taxonomy taxonomy) {
    this.glossary = new Glossary(taxonomy);
  }

  /** The taxonomy that it was made from. */
  Taxonomy taxonomy() {
    return glossary.taxonomy();
  }

  /** What was picked, then what the text names, without what the writer does not mean. */
  public Understood of(Brief brief) {
    Map<String, Meant> terms = new LinkedHashMap<>();
    brief
        .capabilities()
        .forEach(code -> terms.put(code, new Meant(Vocabulary.CAPABILITIES, code, "")));
    brief.sectors().forEach(code -> terms.put(code, new Meant(Vocabulary.SECTORS, code, "")));
    var stemmer = new Stemmer();
    List<Word> words = Word.of(brief.text(), new WordScanner(), stemmer);
    int at = 0;
    while (at < words.size()) {
      Glossary.Match match = glossary.longest(words, at, stemmer);
      if (match == null) {
        at++;
        continue;
      }
      String said = said(brief.text(), words.subList(at, at + match.length()));
      match.entries().stream()
          .map(Glossary.Entry::term)
          .filter(term ->
              term.vocabulary() == Vocabulary.CAPABILITIES
                  || term.vocabulary() == Vocabulary.SECTORS)
          .filter(term -> !brief.without().contains(term.code()))
          .forEach(term ->
              terms.putIfAbsent(term.code(), new Meant(term.vocabulary(), term.code(), said)));
      at += match.length();
    }
    return new Understood(List.copyOf(terms.values()));
  }

  private static String said(String text, List<Word> words) {
    return text.substring(words.get(0).start(), words.get(words.size() - 1).end());
  }
}
