package praya.exchange;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Exchange;
import praya.domain.Problem;
import praya.domain.Side;
import praya.domain.Viewer;
import praya.domain.Written;
import praya.http.Resource;
import praya.json.Fields;
import praya.taxonomy.TaxonomyService;

/** Needs under {@code /api/v1/needs}, or offers under {@code /api/v1/offers}. */
public final class ExchangeResource implements Resource<Exchange, Exchange.Content> {
  private final Side side;
  private final ExchangeService exchanges;
  private final TaxonomyService taxonomy;

  public ExchangeResource(Side side, ExchangeService exchanges, TaxonomyService taxonomy) {
    this.side = side;
    this.exchanges = exchanges;
    this.taxonomy = taxonomy;
  }

  @Override
  public Action creating() {
    return Action.EDIT_EXCHANGE;
  }

  @Override
  public Action editing() {
    return Action.EDIT_EXCHANGE;
  }

  @Override
  public Action deleting() {
    return Action.EDIT_EXCHANGE;
  }

  @Override
  public String path() {
    return "/api/v1/" + side.plural();
  }

  @Override
  public Exchange.Content parse(Fields fields) {
    return ExchangeForm.parse(fields, taxonomy.current());
  }

  @Override
  public Map<String, @Nullable Object> json(Exchange value, Viewer viewer) {
    return ExchangeJson.of(value, viewer, exchanges.today());
  }

  @Override
  public Exchange get(String id, Viewer viewer) {
    return exchanges.get(side, id, viewer);
  }

  @Override
  public String id(Exchange value) {
    return value.id();
  }

  @Override
  public long version(Exchange value) {
    return value.version();
  }

  @Override
  public Written<Exchange> create(Exchange.Content content, @Nullable String id, Actor actor) {
    return exchanges.create(side, content, id, actor);
  }

  @Override
  public Written<Exchange> replace(String id, long version, Exchange.Content content, Actor actor) {
    Exchange before = exchanges.get(side, id, actor.viewer());
    if (before.version() != version) {
      throw new Problem.Stale(
          "The record is at version ("
              + before.version()
              + "), the change is for version ("
              + version
              + "). Read it again and repeat the change.");
    }
    return exchanges.replace(before, content, actor);
  }

  @Override
  public long delete(String id, long version, Actor actor) {
    return exchanges.delete(side, id, version, actor);
  }
}
