package praya.taxonomy;

import static praya.store.db.Tables.TERM;

import java.util.Arrays;
import java.util.List;
import org.jooq.impl.DSL;
import praya.domain.LocalText;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.store.Database;

/** The terms in PostgreSQL. */
final class TaxonomyStore {
  private final Database database;

  TaxonomyStore(Database database) {
    this.database = database;
  }

  /** Terms in their order; those of a vocabulary that this version does not know are left out. */
  List<Term> list() {
    return database
        .sql()
        .selectFrom(TERM)
        .where(
            TERM.VOCABULARY.in(Arrays.stream(Vocabulary.values()).map(Vocabulary::code).toList()))
        .orderBy(TERM.VOCABULARY, TERM.POSITION, TERM.CODE)
        .fetch(row ->
            new Term(
                Vocabulary.find(row.getVocabulary()).orElseThrow(),
                row.getCode(),
                row.getParent(),
                new LocalText(row.getLabelEn(), row.getLabelZhHant(), row.getLabelZhHans()),
                List.of(row.getSynonyms()),
                new LocalText(row.getNoteEn(), row.getNoteZhHant(), row.getNoteZhHans())));
  }

  /** Lets one writer at a time at the terms, until the transaction ends; readers go on. */
  void lock() {
    database.sql().execute("lock table term in share row exclusive mode");
  }

  /** Makes the terms of these vocabularies exactly these; a term that is in use cannot go. */
  void replace(List<Term> terms) {
    var sql = database.sql();
    var kept = terms.stream().map(term -> DSL.row(term.vocabulary().code(), term.code())).toList();
    sql.deleteFrom(TERM).where(DSL.row(TERM.VOCABULARY, TERM.CODE).notIn(kept)).execute();
    int position = 0;
    for (Term term : terms) {
      sql.insertInto(TERM)
          .set(TERM.VOCABULARY, term.vocabulary().code())
          .set(TERM.CODE, term.code())
          .set(TERM.PARENT, term.parent())
          .set(TERM.POSITION, position++)
          .set(TERM.LABEL_EN, term.label().en())
          .set(TERM.LABEL_ZH_HANT, term.label().zhHant())
          .set(TERM.LABEL_ZH_HANS, term.label().zhHans())
          .set(TERM.SYNONYMS, term.synonyms().toArray(String[]::new))
          .set(TERM.NOTE_EN, term.note().en())
          .set(TERM.NOTE_ZH_HANT, term.note().zhHant())
          .set(TERM.NOTE_ZH_HANS, term.note().zhHans())
          .onConflict(TERM.VOCABULARY, TERM.CODE)
          .doUpdate()
          .setAllToExcluded()
          .execute();
    }
  }
}
