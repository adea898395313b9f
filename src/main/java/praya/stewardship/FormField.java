package praya.stewardship;

import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Vocabulary;

/**
 * A field of a record as a form has it.
 *
 * @param name as in the API
 * @param vocabulary where its codes come from; null for what is written freely
 */
record FormField(String name, Kind kind, @Nullable Vocabulary vocabulary) {

  /** How a field is filled in. */
  enum Kind {
    /** One line of text. */
    LINE,
    /** Some lines of text. */
    TEXT,
    /** A list, one item to a line. */
    ITEMS,
    /** A whole number. */
    NUMBER,
    /** A day. */
    DAY,
    /** Any of the codes of a vocabulary. */
    CODES,
    /** One of some codes. */
    CODE
  }

  /** What the form of an organisation has: what members change and what they propose. */
  static final List<FormField> ORGANISATION =
      List.of(
          line("nameEn"),
          line("nameZhHant"),
          line("nameZhHans"),
          new FormField("aliases", Kind.ITEMS, null),
          text("summaryEn"),
          text("summaryZhHant"),
          text("summaryZhHans"),
          line("website"),
          new FormField("foundedOrIntakeYear", Kind.NUMBER, null),
          codes("layers", Vocabulary.LAYERS),
          codes("sectors", Vocabulary.SECTORS),
          codes("capabilities", Vocabulary.CAPABILITIES),
          new FormField("visibility", Kind.CODE, Vocabulary.VISIBILITY));

  /** What the form of a need or an offer has. */
  static final List<FormField> EXCHANGE =
      List.of(
          new FormField("exchange", Kind.CODE, Vocabulary.EXCHANGE),
          line("titleEn"),
          line("titleZhHant"),
          line("titleZhHans"),
          text("textEn"),
          text("textZhHant"),
          text("textZhHans"),
          new FormField("visibility", Kind.CODE, Vocabulary.VISIBILITY),
          new FormField("opens", Kind.DAY, null),
          new FormField("closes", Kind.DAY, null),
          codes("sectors", Vocabulary.SECTORS),
          codes("capabilities", Vocabulary.CAPABILITIES));

  private static FormField line(String name) {
    return new FormField(name, Kind.LINE, null);
  }

  private static FormField text(String name) {
    return new FormField(name, Kind.TEXT, null);
  }

  private static FormField codes(String name, Vocabulary vocabulary) {
    return new FormField(name, Kind.CODES, vocabulary);
  }
}
