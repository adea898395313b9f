package praya.taxonomy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import praya.domain.Actor;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.domain.Written;
import praya.json.Json;
import praya.store.Database;
import praya.store.Journal;
import praya.store.Subject;

/** The taxonomy in use. Thread-safe: readers get a snapshot that never changes. */
public final class TaxonomyService {
  private final Database database;
  private final Journal journal;
  private final TaxonomyStore store;
  private volatile Taxonomy current;

  public TaxonomyService(Database database, Journal journal) {
    this.database = database;
    this.journal = journal;
    this.store = new TaxonomyStore(database);
    this.current = new Taxonomy(store.list());
  }

  public Taxonomy current() {
    return current;
  }

  /** Reads the terms again; the projector calls it when the change feed tells of new ones. */
  public Taxonomy reload() {
    current = new Taxonomy(store.list());
    return current;
  }

  /**
   * Makes the taxonomy exactly these terms.
   *
   * @throws praya.domain.Problem.Conflict when a term that is in use would go
   */
  public Written<Boolean> replace(List<Term> terms, Actor actor) {
    return database.inTransaction(() -> {
      Taxonomy before = new Taxonomy(store.list());
      Taxonomy after = new Taxonomy(terms);
      if (same(before, after)) {
        return new Written<>(false, 0);
      }
      store.replace(terms);
      reload();
      long position =
          journal.record(
              actor,
              new Journal.Target(Subject.TAXONOMY, "taxonomy", Set.of()),
              before.terms().isEmpty() ? null : Json.text(TaxonomyJson.of(before)),
              Json.text(TaxonomyJson.of(after)));
      return new Written<>(true, position);
    });
  }

  /** The order counts within a vocabulary, since people see the terms in it. */
  private static boolean same(Taxonomy one, Taxonomy other) {
    return Arrays.stream(Vocabulary.values())
        .allMatch(vocabulary -> one.list(vocabulary).equals(other.list(vocabulary)));
  }
}
