package praya.alert;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Language;
import praya.http.Answers;
import praya.http.Body;
import praya.http.Caller;
import praya.http.PublicUrl;
import praya.http.Query;
import praya.http.Routes;
import praya.json.Fields;
import praya.search.Facet;

/** One's saved searches over HTTP. */
public final class SavedSearchRoutes {
  private static final String PATH = "/api/v1/saved-searches";

  /** More values than a vocabulary has terms are a mistake. */
  private static final int MAX_VALUES = 50;

  private static final int MAX_CODE = 100;
  private static final int NEWS = 500;

  private final SavedSearchService searches;
  private final News news;
  private final PublicUrl site;

  public SavedSearchRoutes(SavedSearchService searches, News news, PublicUrl site) {
    this.searches = searches;
    this.news = news;
    this.site = site;
  }

  public void add(Routes routes) {
    routes.get(PATH, Action.READ_OWN_ACCOUNT, this::list);
    routes.post(PATH, Action.SAVE_SEARCHES, this::create);
    routes.patch(PATH + "/{id}", Action.SAVE_SEARCHES, this::change);
    routes.delete(PATH + "/{id}", Action.SAVE_SEARCHES, this::delete);
  }

  private void list(Context context) {
    Query.of(context).done();
    Actor actor = Caller.of(context);
    List<SavedSearch> own = searches.list(actor);
    Map<UUID, Long> unread =
        news.of(own, searches.findings(actor, NEWS), actor.viewer()).stream()
            .map(News.Item::finding)
            .filter(finding -> finding.readAt() == null)
            .collect(Collectors.groupingBy(Finding::search, Collectors.counting()));
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put(
        "items",
        own.stream().map(search -> json(search, unread.getOrDefault(search.id(), 0L))).toList());
    json.put("total", own.size());
    json.put("next", null);
    send(context, json);
  }

  private void create(Context context) {
    Query.of(context).done();
    var fields = new Fields(Body.object(context), Fields.Spelling.CAMEL);
    String text = fields.text("q", SearchState.MAX_TEXT);
    String name = fields.text("name", MAX_CODE);
    Language language =
        fields.choice("language", List.of(Language.values()), Language::tag, Language.EN);
    Map<String, List<String>> chosen = filters(fields);
    fields.done();
    var state =
        SearchState.of(
            Objects.requireNonNullElse(text, ""), facet -> chosen.getOrDefault(facet, List.of()));
    var saved =
        searches.save(Objects.requireNonNullElse(name, ""), state, language, Caller.of(context));
    context.status(201).header("Location", PATH + "/" + saved.id());
    send(context, json(saved, 0));
  }

  private static Map<String, List<String>> filters(Fields fields) {
    Fields given = fields.object("filters");
    Map<String, List<String>> chosen = new LinkedHashMap<>();
    if (given != null) {
      for (Facet facet : Facet.values()) {
        chosen.put(facet.jsonName(), given.texts(facet.jsonName(), MAX_VALUES, MAX_CODE));
      }
      given.refuseUnknown();
    }
    return chosen;
  }

  private void change(Context context) {
    Query.of(context).done();
    Actor actor = Caller.of(context);
    UUID id = SavedSearchPages.id(context);
    var fields = new Fields(Body.object(context), Fields.Spelling.CAMEL);
    String name = fields.text("name", MAX_CODE);
    Boolean feed = fields.bool("feed");
    fields.done();
    Optional<SavedSearch> changed = Optional.empty();
    if (name != null) {
      changed = Optional.of(searches.rename(id, name, actor));
    }
    if (feed != null) {
      changed = Optional.of(feed ? searches.openFeed(id, actor) : searches.closeFeed(id, actor));
    }
    SavedSearch search = changed.orElseGet(() -> searches.get(id, actor));
    long unread =
        news.of(List.of(search), searches.findings(search, NEWS), actor.viewer()).stream()
            .filter(item -> item.finding().readAt() == null)
            .count();
    send(context, json(search, unread));
  }

  private void delete(Context context) {
    Query.of(context).done();
    searches.delete(SavedSearchPages.id(context), Caller.of(context));
    context.status(204);
  }

  private static void send(Context context, Object json) {
    context.header("Cache-Control", "no-store");
    Answers.json(context, json);
  }

  private Map<String, @Nullable Object> json(SavedSearch search, long unread) {
    var json = new LinkedHashMap<String, @Nullable Object>();
    json.put("id", search.id());
    json.put("name", search.name());
    json.put("q", search.state().text());
    var filters = new LinkedHashMap<String, List<String>>();
    search
        .state()
        .filters()
        .chosen()
        .forEach((facet, codes) -> filters.put(facet.jsonName(), new ArrayList<>(codes)));
    json.put("filters", filters);
    json.put("language", search.language().tag());
    json.put("url", search.state().address().href());
    json.put("createdAt", search.memory().since());
    json.put("unread", unread);
    json.put("feed", searches.feedSecret(search).map(this::feed).orElse(null));
    return json;
  }

  private Map<String, String> feed(String secret) {
    var feed = new LinkedHashMap<String, String>();
    feed.put("rss", site.at(FeedPages.rss(secret)));
    feed.put("json", site.at(FeedPages.json(secret)));
    return feed;
  }
}
