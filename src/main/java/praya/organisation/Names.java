package praya.organisation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.http.Phrase;

/**
 * What an organisation is called, for a page in one language.
 *
 * @param main the name to read first
 * @param others the names in the other languages, where they differ
 * @param href the organisation's page
 */
public record Names(Phrase main, List<Phrase> others, String href) {
  public Names {
    others = List.copyOf(others);
  }

  public static Names of(Organisation organisation, Language page) {
    LocalText name = organisation.profile().name();
    Phrase main = Phrase.of(name, page, organisation.slug());
    List<Phrase> others = new ArrayList<>();
    for (Language language : Language.values()) {
      String text = exactly(name, language);
      if (text != null && !text.equals(main.text()) && !contains(others, text)) {
        others.add(new Phrase(text, language == page ? null : language.tag()));
      }
    }
    return new Names(main, others, href(organisation.slug()));
  }

  public static String href(String slug) {
    return "/organisations/" + slug;
  }

  private static boolean contains(List<Phrase> phrases, String text) {
    return phrases.stream().anyMatch(phrase -> phrase.text().equals(text));
  }

  private static @Nullable String exactly(LocalText name, Language language) {
    return name.languageFor(language) == language ? name.in(language) : null;
  }
}
