package praya.search.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, taken apart by the signs that people know from other searches: {@code "a
 * phrase"}, {@code -without}, {@code one OR other}, {@code field:value}. Whatever is no such sign
 * is plain words; there is no error.
 *
 * @param plain the words that stand by themselves
 * @param clauses everything else, all of which a hit must satisfy
 */
public record Statement(String plain, List<Clause> clauses) {
  /** What is longer is pasted text, and signs in it mean nothing. */
  private static final int LONGEST = Question.MAX_CHARS;

  private static final int MOST_CLAUSES = 16;
  private static final int MOST_ITEMS = 8;
  private static final int LONGEST_FIELD = 16;

  private static final String QUOTES = "\"“”「」『』«»„＂";
  private static final String MINUS = "-－−–";

  /** Names of fields, folded: as the API has them, in the plural, in Chinese. */
  private static final Map<String, Field> FIELDS = fields();

  public Statement {
    clauses = List.copyOf(clauses);
  }

  /** A field that can be asked by its name. */
  public enum Field {
    NAME("name", "names", "名称", "名字"),
    ALIAS("alias", "aliases", "别名"),
    SUMMARY("summary", "简介"),
    OFFER("offer", "offers", "提供"),
    NEED("need", "needs", "需要", "需求"),
    WEBSITE("website", "site", "网站", "网址"),
    CAPABILITY("capability", "capabilities", "能力"),
    SECTOR("sector", "sectors", "行业", "界别"),
    LAYER("layer", "layers", "层", "层级"),
    KIND("kind", "kinds", "类别", "类型");

    @SuppressWarnings("ImmutableEnumChecker") // List.of never changes
    private final List<String> names;

    Field(String... names) {
      this.names = List.of(names);
    }
  }

  /** One of the items must be there, or, if it is negative, none may be. */
  public record Clause(List<Item> items, boolean negative) {
    public Clause {
      items = List.copyOf(items);
    }

    /** Whether it is nothing but words in quotes. */
    public boolean isPhrase() {
      return items.size() == 1 && items.get(0).phrase() && items.get(0).field() == null;
    }
  }

  /**
   * Words with how they are meant.
   *
   * @param field null for anywhere
   * @param phrase whether they must stand side by side
   */
  public record Item(String text, @Nullable Field field, boolean phrase) {}

  private static Map<String, Field> fields() {
    Map<String, Field> fields = new HashMap<>();
    for (Field field : Field.values()) {
      field.names.forEach(name -> fields.put(name, field));
    }
    return Map.copyOf(fields);
  }

  public static Statement read(String text) {
    if (text.length() > LONGEST || !hasSigns(text)) {
      return new Statement(text, List.of());
    }
    return new Reader(text).read();
  }

  private static boolean hasSigns(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (QUOTES.indexOf(c) >= 0 || MINUS.indexOf(c) >= 0 || c == ':' || c == '：' || c == '|') {
        return true;
      }
    }
    return text.contains(" OR ");
  }

  /** Reads a text once, from the left. */
  private static final class Reader {
    private final String text;
    private final List<String> plain = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();

    /** What an {@code OR} would continue. */
    private final List<Item> open = new ArrayList<>();

    private int at;

    Reader(String text) {
      this.text = text;
    }

    Statement read() {
      boolean or = false;
      while (skipSpace()) {
        if (isOr()) {
          at += text.charAt(at) == '|' ? 1 : 2;
          or = true;
          continue;
        }
        boolean negative = isMinus();
        at += negative ? 1 : 0;
        Item item = item();
        if (negative || !or || open.size() >= MOST_ITEMS) {
          close();
        }
        or = false;
        if (item.text().isBlank()) {
          continue;
        }
        if (negative) {
          add(new Clause(List.of(item), true));
        } else {
          open.add(item);
        }
      }
      close();
      return new Statement(String.join(" ", plain), clauses);
    }

    private boolean skipSpace() {
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      return at < text.length();
    }

    private static boolean isSpace(char c) {
      return Character.isWhitespace(c) || c == '\u3000' || c == '\u00A0';
    }

    private boolean isOr() {
      boolean word =
          text.startsWith("OR", at) && at + 2 < text.length() && isSpace(text.charAt(at + 2));
      return !open.isEmpty() && (word || text.charAt(at) == '|');
    }

    /** A dash counts where a word begins and only if one follows: "fin-tech" has none. */
    private boolean isMinus() {
      return MINUS.indexOf(text.charAt(at)) >= 0
          && at + 1 < text.length()
          && !isSpace(text.charAt(at + 1))
          && MINUS.indexOf(text.charAt(at + 1)) < 0;
    }

    private Item item() {
      Field field = field().orElse(null);
      if (QUOTES.indexOf(text.charAt(at)) >= 0) {
        int end = at + 1;
        while (end < text.length() && QUOTES.indexOf(text.charAt(end)) < 0) {
          end++;
        }
        if (end < text.length()) {
          String quoted = text.substring(at + 1, end);
          at = end + 1;
          return new Item(quoted, field, true);
        }
        at++; // a quote that nothing closes
      }
      int from = at;
      while (at < text.length()
          && !isSpace(text.charAt(at))
          && QUOTES.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return new Item(text.substring(from, at), field, false);
    }

    /** The field that stands here with a colon and a value behind it. */
    private Optional<Field> field() {
      for (int i = at; i < Math.min(text.length() - 1, at + LONGEST_FIELD); i++) {
        char c = text.charAt(i);
        if (c == ':' || c == '：') {
          String name = Folding.of(text.substring(at, i)).toLowerCase(Locale.ROOT);
          Field field = FIELDS.get(name);
          if (field != null && !isSpace(text.charAt(i + 1))) {
            at = i + 1;
            return Optional.of(field);
          }
          return Optional.empty();
        }
        if (isSpace(c) || QUOTES.indexOf(c) >= 0) {
          return Optional.empty();
        }
      }
      return Optional.empty();
    }

    private void close() {
      if (open.size() == 1 && open.get(0).field() == null && !open.get(0).phrase()) {
        plain.add(open.get(0).text());
      } else if (!open.isEmpty()) {
        add(new Clause(open, false));
      }
      open.clear();
    }

    private void add(Clause clause) {
      if (clauses.size() < MOST_CLAUSES) {
        clauses.add(clause);
      } else if (!clause.negative()) {
        clause.items().forEach(item -> plain.add(item.text()));
      }
    }
  }
}
