package praya.domain;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All vocabularies with their terms, in the order in which people should see them. Immutable. */
public final class Taxonomy {
  public static final Taxonomy EMPTY = new Taxonomy(List.of());

  private final List<Term> terms;
  private final Map<Vocabulary, Map<String, Term>> byCode = new EnumMap<>(Vocabulary.class);

  public Taxonomy(List<Term> terms) {
    this.terms = List.copyOf(terms);
    for (Term term : terms) {
      byCode.computeIfAbsent(term.vocabulary(), v -> new LinkedHashMap<>()).put(term.code(), term);
    }
  }

  public List<Term> terms() {
    return terms;
  }

  public List<Term> list(Vocabulary vocabulary) {
    return List.copyOf(byCode.getOrDefault(vocabulary, Map.of()).values());
  }

  public Optional<Term> find(Vocabulary vocabulary, String code) {
    return Optional.ofNullable(byCode.getOrDefault(vocabulary, Map.of()).get(code));
  }

  /** The label in this language; the code itself for a term that is not in the vocabulary. */
  public String label(Vocabulary vocabulary, String code, Language language) {
    return find(vocabulary, code).map(term -> term.label().in(language)).orElse(code);
  }

  /** The code and the codes of the groups above it, nearest first; only the code if unknown. */
  public List<String> selfAndAncestors(Vocabulary vocabulary, String code) {
    List<String> path = new ArrayList<>();
    String next = code;
    while (next != null && !path.contains(next)) {
      path.add(next);
      next = find(vocabulary, next).map(Term::parent).orElse(null);
    }
    return path;
  }

  /** The same with this term in the place of the one of its code, or else after its group. */
  public Taxonomy with(Term wanted) {
    List<Term> changed = new ArrayList<>(terms);
    for (int i = 0; i < changed.size(); i++) {
      Term each = changed.get(i);
      if (each.vocabulary() == wanted.vocabulary() && each.code().equals(wanted.code())) {
        changed.set(i, wanted);
        return new Taxonomy(changed);
      }
    }
    int last = -1;
    for (int i = 0; i < changed.size(); i++) {
      Term each = changed.get(i);
      boolean group =
          wanted.parent() == null
              || wanted.parent().equals(each.parent())
              || wanted.parent().equals(each.code());
      last = each.vocabulary() == wanted.vocabulary() && group ? i : last;
    }
    changed.add(last < 0 ? changed.size() : last + 1, wanted);
    return new Taxonomy(changed);
  }

  public List<Term> children(Vocabulary vocabulary, String code) {
    return list(vocabulary).stream().filter(term -> code.equals(term.parent())).toList();
  }
}
