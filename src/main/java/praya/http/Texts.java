package praya.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import praya.domain.Language;

/**
 * All words of the pages in all languages: one {@link Phrasebook} each. Immutable. Loading fails
 * with every gap at once when a key is missing in one of the files.
 */
public final class Texts {
  private final Map<Language, Phrasebook> books;

  private Texts(Map<Language, Phrasebook> books) {
    this.books = books;
  }

  /** Reads {@code /texts/<language>.properties} from the class path. */
  public static Texts load() {
    Map<Language, Map<String, String>> read = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      read.put(language, read("/texts/" + language.tag() + ".properties"));
    }
    return of(read);
  }

  static Texts of(Map<Language, Map<String, String>> read) {
    List<String> gaps = gaps(read);
    if (!gaps.isEmpty()) {
      throw new IllegalStateException("Texts are missing: " + String.join(", ", gaps) + ".");
    }
    Map<Language, Phrasebook> books = new EnumMap<>(Language.class);
    read.forEach((language, texts) -> books.put(language, new Phrasebook(language, texts)));
    return new Texts(books);
  }

  public Phrasebook in(Language language) {
    Phrasebook book = books.get(language);
    if (book == null) {
      throw new IllegalArgumentException("No texts in the language (" + language.tag() + ").");
    }
    return book;
  }

  private static List<String> gaps(Map<Language, Map<String, String>> read) {
    TreeSet<String> keys = new TreeSet<>();
    read.values().forEach(texts -> keys.addAll(texts.keySet()));
    List<String> gaps = new ArrayList<>();
    read.forEach((language, texts) ->
        keys.stream()
            .filter(key -> !texts.containsKey(key))
            .forEach(key -> gaps.add(key + " (" + language.tag() + ")")));
    return gaps;
  }

  private static Map<String, String> read(String resource) {
    try (InputStream stream = Texts.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("The file of texts (" + resource + ") is missing.");
      }
      Properties properties = new Properties();
      properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
      Map<String, String> texts = new TreeMap<>();
      properties.stringPropertyNames().forEach(k -> texts.put(k, properties.getProperty(k)));
      return texts;
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
