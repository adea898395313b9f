package praya.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import praya.domain.Audience;
import praya.domain.Viewer;
import praya.domain.Visibility;
import praya.store.db.tables.Organisation;

/**
 * The rule of {@link Audience} and {@link Viewer} as conditions of SQL: every store that reads on
 * somebody's behalf narrows its query with one of these, and what is not visible is not read.
 */
public final class Visible {
  private final Viewer viewer;
  private final boolean atAddress;

  private Visible(Viewer viewer, boolean atAddress) {
    this.viewer = viewer;
    this.atAddress = atAddress;
  }

  /** What the viewer comes across: in lists, counts and sums. Hidden records are nobody else's. */
  public static Visible found(Viewer viewer) {
    return new Visible(viewer, false);
  }

  /** What the viewer reaches who names it, or the organisation whose it is. */
  public static Visible atAddress(Viewer viewer) {
    return new Visible(viewer, true);
  }

  public Viewer viewer() {
    return viewer;
  }

  /** Organisations. */
  public Condition organisation(Organisation table) {
    return reachesAll() ? DSL.noCondition() : seen(table).or(own(table));
  }

  /** Records of an organisation, together with whose they are. */
  public Condition owned(Field<String> visibility, Organisation owner) {
    return reachesAll()
        ? DSL.noCondition()
        : is(visibility, viewer.audience()::sees).and(seen(owner)).or(own(owner));
  }

  /** Records of an organisation, whose they are perhaps not told. */
  public Condition text(Field<String> visibility, Organisation owner) {
    return reachesAll()
        ? DSL.noCondition()
        : owned(visibility, owner)
            .or(
                visibility
                    .eq(Visibility.ANONYMOUS.code())
                    .and(owner.VISIBILITY.ne(Visibility.HIDDEN.code())));
  }

  /** Relations, which are the own of the first organisation. */
  public Condition relation(Field<String> visibility, Organisation from, Organisation to) {
    return reachesAll()
        ? DSL.noCondition()
        : is(visibility, viewer.audience()::sees)
            .or(own(from))
            .and(organisation(from))
            .and(organisation(to));
  }

  private boolean reachesAll() {
    return atAddress && viewer.reachesHidden();
  }

  private Condition seen(Organisation table) {
    return is(table.VISIBILITY, viewer.audience()::sees);
  }

  private Condition own(Organisation table) {
    List<UUID> ids = List.copyOf(viewer.organisations());
    return ids.isEmpty() ? DSL.falseCondition() : table.ID.in(ids);
  }

  private static Condition is(Field<String> visibility, Predicate<Visibility> rule) {
    return visibility.in(Audience.codes(rule));
  }
}
