package praya.http;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import praya.domain.Language;
import praya.domain.LocalText;

/**
 * What every page gets beside its own model: the words in its language, what it is called, where it
 * is, who reads it.
 *
 * @param here the address of this page, without {@code lang} and {@code theme}
 * @param version the program's, shown in the footer
 */
public record Frame(Phrasebook texts, Head head, Address here, Reader reader, String version) {

  /**
   * What a page says about itself to browsers and search engines.
   *
   * @param title in the page's language, without the site's name
   * @param description one sentence; null for pages that nobody should find by searching
   * @param linked structured data for machines; null for none
   */
  public record Head(String title, @Nullable String description, @Nullable JsonLd linked) {
    public static Head of(String title, @Nullable String description) {
      return new Head(title, description, null);
    }
  }

  /** One choice of a switch: its label, the tag of the language it is in, and where it leads. */
  public record Choice(String label, @Nullable String lang, String href, boolean current) {}

  public Frame {
    here = here.without("lang").without("theme");
  }

  public Language language() {
    return texts.language();
  }

  public String say(String key, Object... arguments) {
    return texts.say(key, arguments);
  }

  public String date(LocalDate day) {
    return texts.date(day);
  }

  public String date(Instant moment) {
    return texts.date(moment);
  }

  public String number(long number) {
    return texts.number(number);
  }

  public String number(double number) {
    return texts.number(number);
  }

  public @Nullable Phrase phrase(LocalText text) {
    return Phrase.find(text, language());
  }

  /**
   * Words for a code that came with the data: the text with the key of prefix and code, spaces as
   * hyphens, or the code itself, which is English.
   */
  public Phrase coded(String prefix, String code) {
    String key = prefix + code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return texts.has(key)
        ? Phrase.plain(say(key))
        : new Phrase(code, language() == Language.EN ? null : "en");
  }

  /** The value of {@code data-theme}; null leaves the choice to the reader's system. */
  public @Nullable String forcedTheme() {
    return reader.theme() == Theme.AUTO ? null : reader.theme().code();
  }

  /** The value of {@code aria-current} for a place of the navigation; null when elsewhere. */
  public @Nullable String current(String path) {
    if (here.path().equals(path)) {
      return "page";
    }
    return !path.equals("/") && here.path().startsWith(path + "/") ? "true" : null;
  }

  /** Whether the page has a search box of its own, so that the header needs none. */
  public boolean searches() {
    return here.path().equals("/") || here.path().equals("/organisations");
  }

  public List<Choice> languages() {
    List<Choice> choices = new ArrayList<>();
    choices.add(choice(Language.EN, "English"));
    choices.add(choice(Language.ZH_HANT, "繁體"));
    choices.add(choice(Language.ZH_HANS, "简体"));
    return choices;
  }

  public List<Choice> themes() {
    List<Choice> choices = new ArrayList<>();
    for (Theme theme : Theme.values()) {
      String href = here.with("theme", theme.code()).href();
      choices.add(new Choice(say("theme." + theme.code()), null, href, theme == reader.theme()));
    }
    return choices;
  }

  private Choice choice(Language language, String label) {
    boolean current = language == language();
    String lang = current ? null : language.tag();
    return new Choice(label, lang, here.with("lang", language.tag()).href(), current);
  }
}
