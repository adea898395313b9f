package praya.stewardship;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Fault;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Visibility;
import praya.domain.Vocabulary;
import praya.http.Frame;
import praya.http.Phrase;

/** The inputs of a form as a page shows them: labels, what was written, faults beside it. */
public final class Inputs {
  private final Frame frame;
  private final Taxonomy taxonomy;
  private final Draft draft;
  private final Map<String, String> faults = new HashMap<>();

  Inputs(Frame frame, Taxonomy taxonomy, Draft draft, List<Fault> faults) {
    this.frame = frame;
    this.taxonomy = taxonomy;
    this.draft = draft;
    faults.forEach(fault ->
        this.faults.merge(fault.field(), fault.message(), (one, other) -> one + " " + other));
  }

  /**
   * One input.
   *
   * @param kind a word that the template knows
   * @param lang the language that is to be written; null for any
   * @param value what stands in it; lists have one item to a line
   * @param groups what can be chosen; empty for what is written
   * @param fault what is wrong with it, in English; null for nothing
   */
  public record Input(
      String kind,
      String name,
      String label,
      @Nullable String lang,
      String value,
      List<Group> groups,
      @Nullable String fault) {
    public Input {
      groups = List.copyOf(groups);
    }
  }

  /** Choices that belong together; the label is null where there is one group only. */
  public record Group(@Nullable Phrase label, List<Option> options) {
    public Group {
      options = List.copyOf(options);
    }

    public long chosen() {
      return options.stream().filter(Option::chosen).count();
    }
  }

  /** A code that can be chosen. */
  public record Option(String code, Phrase label, boolean chosen) {}

  /** Faults about fields that the form does not have. */
  public List<String> otherFaults() {
    return faults.entrySet().stream()
        .filter(fault -> draft.fields().stream().noneMatch(f -> f.name().equals(fault.getKey())))
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }

  public boolean isFaulty() {
    return !faults.isEmpty();
  }

  /** The input of a field that the form has. */
  public Input get(String name) {
    FormField field =
        draft.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    return new Input(
        field.kind().name().toLowerCase(java.util.Locale.ROOT),
        name,
        frame.say("field." + name),
        lang(name),
        String.join("\n", draft.all(name)),
        groups(field),
        faults.get(name));
  }

  /** The inputs of a text in its three languages. */
  public List<Input> languages(String name) {
    return List.of(get(name + "En"), get(name + "ZhHant"), get(name + "ZhHans"));
  }

  private List<Group> groups(FormField field) {
    Vocabulary vocabulary = field.vocabulary();
    if (vocabulary == null) {
      return List.of();
    }
    if (vocabulary != Vocabulary.CAPABILITIES) {
      List<Term> terms =
          taxonomy.list(vocabulary).stream()
              .filter(term -> vocabulary != Vocabulary.VISIBILITY || isOffered(term.code()))
              .toList();
      return List.of(new Group(null, options(field, terms)));
    }
    var groups = new ArrayList<Group>();
    for (Term term : taxonomy.list(vocabulary)) {
      if (term.parent() == null) {
        var all = new ArrayList<>(List.of(term));
        all.addAll(taxonomy.children(vocabulary, term.code()));
        groups.add(new Group(label(vocabulary, term), options(field, all)));
      }
    }
    return groups;
  }

  /** Whether the writer may choose a visibility, or the record has it now and keeps it. */
  private boolean isOffered(String code) {
    var visibility = Visibility.of(code);
    boolean fits =
        !draft.fields().equals(FormField.ORGANISATION)
            || Visibility.OF_ORGANISATIONS.contains(visibility);
    boolean mine = frame.reader().isStaff() || !visibility.isDecidedByStaff();
    return (fits && mine) || draft.one("visibility").equals(code);
  }

  private List<Option> options(FormField field, List<Term> terms) {
    Vocabulary vocabulary = java.util.Objects.requireNonNull(field.vocabulary());
    return terms.stream()
        .map(term ->
            new Option(
                term.code(),
                label(vocabulary, term),
                draft.all(field.name()).contains(term.code())))
        .toList();
  }

  private Phrase label(Vocabulary vocabulary, Term term) {
    return Phrase.label(taxonomy, vocabulary, term.code(), frame.language());
  }

  private static @Nullable String lang(String name) {
    return name.endsWith("ZhHant")
        ? "zh-Hant"
        : name.endsWith("ZhHans") ? "zh-Hans" : name.endsWith("En") ? "en" : null;
  }
}
