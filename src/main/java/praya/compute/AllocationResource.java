package praya.compute;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Allocation;
import praya.domain.Viewer;
import praya.domain.Written;
import praya.http.Resource;
import praya.json.Fields;
import praya.taxonomy.TaxonomyService;

/** Allocations under {@code /api/v1/allocations}. */
public final class AllocationResource implements Resource<Holding, Allocation.Content> {
  private final AllocationService allocations;
  private final TaxonomyService taxonomy;

  public AllocationResource(AllocationService allocations, TaxonomyService taxonomy) {
    this.allocations = allocations;
    this.taxonomy = taxonomy;
  }

  @Override
  public Action creating() {
    return Action.EDIT_ALLOCATION;
  }

  @Override
  public Action editing() {
    return Action.EDIT_ALLOCATION;
  }

  @Override
  public Action deleting() {
    return Action.EDIT_ALLOCATION;
  }

  @Override
  public String path() {
    return "/api/v1/allocations";
  }

  @Override
  public Allocation.Content parse(Fields fields) {
    return AllocationForm.parse(fields, taxonomy.current());
  }

  @Override
  public Map<String, @Nullable Object> json(Holding value, Viewer viewer) {
    return HoldingJson.of(value, viewer);
  }

  @Override
  public Holding get(String id, Viewer viewer) {
    return allocations.get(id, viewer);
  }

  @Override
  public String id(Holding value) {
    return value.allocation().id();
  }

  @Override
  public long version(Holding value) {
    return value.allocation().version();
  }

  @Override
  public Written<Holding> create(Allocation.Content content, @Nullable String id, Actor actor) {
    return allocations.create(content, id, actor);
  }

  @Override
  public Written<Holding> replace(
      String id, long version, Allocation.Content content, Actor actor) {
    return allocations.replace(id, version, content, actor);
  }

  @Override
  public long delete(String id, long version, Actor actor) {
    return allocations.delete(id, version, actor);
  }
}
