package praya.alert;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Actor;
import praya.domain.Identifiers;
import praya.domain.Language;
import praya.domain.Problem;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.PostedForm;
import praya.http.Routes;

/** {@code /saved-searches}: the searches that one keeps, and what is new for them. */
public final class SavedSearchPages {
  static final String PATH = "/saved-searches";

  /** What fits a page that is looked at now and then. */
  private static final int NEWS = 100;

  private final SavedSearchService searches;
  private final News news;
  private final PageContext pages;

  public SavedSearchPages(SavedSearchService searches, News news, PageContext pages) {
    this.searches = searches;
    this.news = news;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes
        .get(PATH, Action.READ_OWN_ACCOUNT, this::show)
        .post(PATH, Action.SAVE_SEARCHES, this::save)
        .post(PATH + "/read", Action.SAVE_SEARCHES, this::read)
        .post(PATH + "/letters", Action.SAVE_SEARCHES, this::letters)
        .post(PATH + "/{id}", Action.SAVE_SEARCHES, this::rename)
        .post(PATH + "/{id}/delete", Action.SAVE_SEARCHES, this::delete)
        .post(PATH + "/{id}/feed", Action.SAVE_SEARCHES, this::feed);
  }

  private void show(Context context) {
    Actor actor = Caller.of(context);
    Frame frame =
        pages.frame(context, Frame.Head.of(pages.texts(context).say("saved.title"), null));
    List<SavedSearch> own = searches.list(actor);
    Map<UUID, String> names = new HashMap<>();
    own.forEach(search -> names.put(search.id(), search.name()));
    List<SavedSearchPage.Item> items =
        news.of(own, searches.findings(actor, NEWS), actor.viewer()).stream()
            .map(item -> item(item, names, frame))
            .toList();
    pages.send(
        context,
        "alert/saved-searches.jte",
        frame,
        new SavedSearchPage(
            items,
            (int) items.stream().filter(SavedSearchPage.Item::unread).count(),
            own.stream().map(this::search).toList(),
            Arrays.stream(LetterChoice.values()).map(LetterChoice::code).toList(),
            new SavedSearchPage.State(
                context.queryParam("saved") != null, searches.letters(actor).code())));
  }

  private static SavedSearchPage.Item item(News.Item item, Map<UUID, String> names, Frame frame) {
    var organisation = item.organisation();
    Phrase name = Phrase.of(organisation.profile().name(), frame.language(), organisation.slug());
    return new SavedSearchPage.Item(
        "alerts.line." + item.finding().about().subject().code(),
        Phrase.of(item.title(), frame.language(), name.text()),
        name,
        item.path(),
        names.getOrDefault(item.finding().search(), ""),
        item.finding().foundAt(),
        item.finding().readAt() == null);
  }

  private SavedSearchPage.Search search(SavedSearch search) {
    SavedSearchPage.@Nullable Feeds feeds =
        searches
            .feedSecret(search)
            .map(secret ->
                new SavedSearchPage.Feeds(
                    pages.publicUrl().at(FeedPages.rss(secret)),
                    pages.publicUrl().at(FeedPages.json(secret))))
            .orElse(null);
    return new SavedSearchPage.Search(
        search.id().toString(),
        search.name(),
        search.state().address().href(),
        search.memory().since(),
        search.memory().wide(),
        feeds);
  }

  private void save(Context context) {
    PostedForm form = PostedForm.of(context);
    Language language = Language.find(form.text("language")).orElse(pages.language(context));
    searches.save(
        form.text("name"),
        SearchState.of(form.text("q"), form::texts),
        language,
        Caller.of(context));
    context.redirect(PATH + "?saved=1", HttpStatus.SEE_OTHER);
  }

  private void read(Context context) {
    searches.markRead(Caller.of(context));
    back(context);
  }

  private void letters(Context context) {
    String code = PostedForm.of(context).text("letters");
    searches.choose(
        LetterChoice.find(code)
            .orElseThrow(() ->
                new Problem.InvalidInput(
                    "letters", code, "Letters (" + code + ") are off, daily or weekly.")),
        Caller.of(context));
    back(context);
  }

  private void rename(Context context) {
    searches.rename(id(context), PostedForm.of(context).text("name"), Caller.of(context));
    back(context);
  }

  private void delete(Context context) {
    searches.delete(id(context), Caller.of(context));
    back(context);
  }

  private void feed(Context context) {
    if (PostedForm.of(context).text("open").equals("true")) {
      searches.openFeed(id(context), Caller.of(context));
    } else {
      searches.closeFeed(id(context), Caller.of(context));
    }
    back(context);
  }

  private static void back(Context context) {
    context.redirect(PATH, HttpStatus.SEE_OTHER);
  }

  static UUID id(Context context) {
    String id = context.pathParam("id");
    return Identifiers.read(id)
        .orElseThrow(() -> new Problem.NotFound("There is no saved search (" + id + ")."));
  }
}
