package praya.organisation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Relation;
import praya.domain.Viewer;
import praya.domain.Written;
import praya.http.Resource;
import praya.json.Fields;
import praya.taxonomy.TaxonomyService;

/** Relations under {@code /api/v1/relations}. */
public final class RelationResource implements Resource<Relation, Relation.Content> {
  private final RelationService relations;
  private final TaxonomyService taxonomy;

  public RelationResource(RelationService relations, TaxonomyService taxonomy) {
    this.relations = relations;
    this.taxonomy = taxonomy;
  }

  @Override
  public Action creating() {
    return Action.EDIT_RELATION;
  }

  @Override
  public Action editing() {
    return Action.EDIT_RELATION;
  }

  @Override
  public Action deleting() {
    return Action.EDIT_RELATION;
  }

  @Override
  public String path() {
    return "/api/v1/relations";
  }

  @Override
  public Relation.Content parse(Fields fields) {
    return RelationForm.parse(fields, taxonomy.current());
  }

  @Override
  public Map<String, @Nullable Object> json(Relation value, Viewer viewer) {
    return RelationJson.of(value);
  }

  @Override
  public Relation get(String id, Viewer viewer) {
    return relations.get(id, viewer);
  }

  @Override
  public String id(Relation value) {
    return value.id();
  }

  @Override
  public long version(Relation value) {
    return value.version();
  }

  @Override
  public Written<Relation> create(Relation.Content content, @Nullable String id, Actor actor) {
    return relations.create(content, id, actor);
  }

  @Override
  public Written<Relation> replace(String id, long version, Relation.Content content, Actor actor) {
    return relations.replace(id, version, content, actor);
  }

  @Override
  public long delete(String id, long version, Actor actor) {
    return relations.delete(id, version, actor);
  }
}
