package praya.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Language;
import praya.domain.Viewer;
import praya.domain.Written;
import praya.json.Fields;

/**
 * A kind of record that can be read and written over HTTP, one by one. {@link ResourceRoutes} turns
 * it into routes, so that all kinds behave alike.
 *
 * @param <T> the record as it is stored
 * @param <C> what people write about it
 */
public interface Resource<T, C> {
  /** What creating a record is. */
  Action creating();

  /** What replacing and patching a record is. */
  Action editing();

  /** What deleting a record is. */
  Action deleting();

  /** The path of the collection, e.g. {@code /api/v1/offers}. */
  String path();

  /** The query parameters of a read, beside {@code lang}. */
  default String[] parameters() {
    return new String[0];
  }

  /** Reads what somebody writes; collects faults in the fields. */
  C parse(Fields fields);

  /** The representation of a record for a viewer. */
  Map<String, @Nullable Object> json(T value, Viewer viewer);

  /** Adds labels of codes to the representation, in a language. */
  default void label(Map<String, @Nullable Object> json, T value, Language language) {}

  /**
   * The record of an id.
   *
   * @throws praya.domain.Problem.NotFound when there is none that the viewer may see
   */
  T get(String id, Viewer viewer);

  String id(T value);

  long version(T value);

  Written<T> create(C content, @Nullable String id, Actor actor);

  /**
   * Writes the record anew.
   *
   * @throws praya.domain.Problem.Stale when the version is no longer the current one
   */
  Written<T> replace(String id, long version, C content, Actor actor);

  /**
   * Deletes the record.
   *
   * @return the position of the write
   */
  long delete(String id, long version, Actor actor);
}
