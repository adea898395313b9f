package praya.taxonomy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Permission;
import praya.domain.Problem;
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

  /** The term of a code. */
  public Term get(Vocabulary vocabulary, String code) {
    return find(current, vocabulary, code);
  }

  /** Another one for another content: terms have no version of their own in the table. */
  public static String version(Term term) {
    byte[] content = Json.bytes(TaxonomyJson.term(term));
    return UUID.nameUUIDFromBytes(content).toString();
  }

  private static Term find(Taxonomy taxonomy, Vocabulary vocabulary, String code) {
    return taxonomy
        .find(vocabulary, code)
        .orElseThrow(() ->
            new Problem.NotFound(
                "There is no term (" + code + ") in the vocabulary (" + vocabulary.code() + ")."));
  }

  /**
   * Changes the words of one term; its code, its parent and its place stay.
   *
   * @param version of the term as the writer saw it, see {@link #version}
   * @throws Problem.Stale when somebody else changed it meanwhile
   */
  public Written<Term> change(String version, Term wanted, Actor actor) {
    Permission.require(actor, Action.EDIT_TAXONOMY);
    Written<Term> written =
        database.inTransaction(() -> {
          store.lock();
          Taxonomy before = new Taxonomy(store.list());
          Term present = find(before, wanted.vocabulary(), wanted.code());
          if (!version(present).equals(version)) {
            throw new Problem.Stale(
                "The term (" + wanted.code() + ") was changed meanwhile. Look at it again.");
          }
          return new Written<>(wanted, write(before, before.with(wanted), actor));
        });
    reload();
    return written;
  }

  /**
   * Adds a term at the end of its vocabulary or, with a parent, of its group.
   *
   * @throws Problem.Conflict when there is one of this code
   */
  public Written<Term> add(Term wanted, Actor actor) {
    Permission.require(actor, Action.EDIT_TAXONOMY);
    Written<Term> written =
        database.inTransaction(() -> {
          store.lock();
          Taxonomy before = new Taxonomy(store.list());
          if (before.find(wanted.vocabulary(), wanted.code()).isPresent()) {
            throw new Problem.Conflict("There is a term (" + wanted.code() + ") already.");
          }
          if (wanted.parent() != null) {
            find(before, wanted.vocabulary(), wanted.parent());
          }
          return new Written<>(wanted, write(before, before.with(wanted), actor));
        });
    reload();
    return written;
  }

  /**
   * Makes the taxonomy exactly these terms.
   *
   * @throws praya.domain.Problem.Conflict when a term that is in use would go
   */
  public Written<Boolean> replace(List<Term> terms, Actor actor) {
    return database.inTransaction(() -> {
      store.lock();
      long position = write(new Taxonomy(store.list()), new Taxonomy(terms), actor);
      reload();
      return new Written<>(position > 0, position);
    });
  }

  /** Writes what differs; 0 when nothing does. */
  private long write(Taxonomy before, Taxonomy after, Actor actor) {
    if (same(before, after)) {
      return 0;
    }
    store.replace(after.terms());
    return journal.record(
        actor,
        new Journal.Target(Subject.TAXONOMY, "taxonomy", Set.of()),
        before.terms().isEmpty() ? null : Json.text(TaxonomyJson.of(before)),
        Json.text(TaxonomyJson.of(after)));
  }

  /** The order counts within a vocabulary, since people see the terms in it. */
  private static boolean same(Taxonomy one, Taxonomy other) {
    return Arrays.stream(Vocabulary.values())
        .allMatch(vocabulary -> one.list(vocabulary).equals(other.list(vocabulary)));
  }
}
