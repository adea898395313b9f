package praya.organisation;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Entry;
import praya.domain.Language;
import praya.domain.Organisation;
import praya.domain.Problem;
import praya.domain.Viewer;
import praya.domain.Written;
import praya.http.Resource;
import praya.json.Fields;
import praya.taxonomy.TaxonomyService;

/** Organisations under {@code /api/v1/organisations}. */
public final class OrganisationResource implements Resource<Organisation, Entry> {
  private final OrganisationService organisations;
  private final TaxonomyService taxonomy;

  public OrganisationResource(OrganisationService organisations, TaxonomyService taxonomy) {
    this.organisations = organisations;
    this.taxonomy = taxonomy;
  }

  @Override
  public Action creating() {
    return Action.CREATE_ORGANISATION;
  }

  @Override
  public Action editing() {
    return Action.EDIT_ORGANISATION;
  }

  @Override
  public Action deleting() {
    return Action.DELETE_ORGANISATION;
  }

  @Override
  public String path() {
    return "/api/v1/organisations";
  }

  @Override
  public String[] parameters() {
    return new String[] {"fields"};
  }

  @Override
  public Entry parse(Fields fields) {
    return OrganisationForm.parse(fields, taxonomy.current());
  }

  @Override
  public Map<String, @Nullable Object> json(Organisation value, Viewer viewer) {
    return OrganisationJson.of(value);
  }

  @Override
  public void label(Map<String, @Nullable Object> json, Organisation value, Language language) {
    json.put("labels", OrganisationJson.labels(value, taxonomy.current(), language));
  }

  @Override
  public Organisation get(String id, Viewer viewer) {
    return organisations.get(id, viewer);
  }

  @Override
  public String id(Organisation value) {
    return value.slug();
  }

  @Override
  public long version(Organisation value) {
    return value.version();
  }

  @Override
  public Written<Organisation> create(Entry content, @Nullable String id, Actor actor) {
    if (id != null) {
      throw new Problem.InvalidInput(
          "id", id, "The id of an organisation is given by the server. Leave the field out.");
    }
    return organisations.create(content, actor);
  }

  @Override
  public Written<Organisation> replace(String id, long version, Entry content, Actor actor) {
    return organisations.replace(id, version, content, actor);
  }

  @Override
  public long delete(String id, long version, Actor actor) {
    return organisations.delete(id, version, actor);
  }
}
