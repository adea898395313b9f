package praya.call;

import io.javalin.http.Context;
import java.util.List;
import praya.domain.Action;
import praya.domain.Taxonomy;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.Query;
import praya.http.Routes;
import praya.organisation.Names;
import praya.taxonomy.TaxonomyService;
import praya.team.TeamService;
import praya.team.TeamWords;
import praya.team.Wish;

/** {@code /calls} and the page of each call with the teams for it. */
public final class CallPages {
  private static final String PATH = "/calls";

  private final CallService calls;
  private final TeamService teams;
  private final TaxonomyService taxonomy;
  private final PageContext pages;

  public CallPages(
      CallService calls, TeamService teams, TaxonomyService taxonomy, PageContext pages) {
    this.calls = calls;
    this.teams = teams;
    this.taxonomy = taxonomy;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes
        .get(PATH, Action.READ_DIRECTORY, this::all)
        .get(PATH + "/{id}", Action.READ_DIRECTORY, this::one);
  }

  private void all(Context context) {
    Query.of(context, "lang", "theme").done();
    var texts = pages.texts(context);
    Frame frame =
        pages.frame(context, Frame.Head.of(texts.say("call.list"), texts.say("call.lead")));
    var items = calls.list(viewer(context)).stream().map(seen -> shown(seen, frame)).toList();
    pages.send(context, "call/calls.jte", frame, new CallPage.All(items));
  }

  private void one(Context context) {
    Query.of(context, "lang", "theme").done();
    Viewer viewer = viewer(context);
    CallService.Seen seen = calls.get(context.pathParam("id"), viewer);
    Call call = seen.call();
    String title = Phrase.of(call.wording().title(), pages.language(context), call.id()).text();
    Frame frame = pages.frame(context, Frame.Head.of(title, pages.texts(context).say("call.lead")));
    Wish wish = CallRoutes.wish(call);
    var words = new TeamWords(taxonomy.current(), frame);
    pages.send(
        context,
        "call/call.jte",
        frame,
        new CallPage(shown(seen, frame), words.of(wish, teams.find(wish, viewer))));
  }

  private CallPage.Shown shown(CallService.Seen seen, Frame frame) {
    Call call = seen.call();
    return new CallPage.Shown(
        PATH + "/" + call.id(),
        Phrase.of(call.wording().title(), frame.language(), call.id()),
        frame.phrase(call.wording().text()),
        new CallPage.Terms(
            labels(Vocabulary.CAPABILITIES, call.asked().capabilities(), frame),
            labels(Vocabulary.SECTORS, call.asked().sectors(), frame),
            labels(Vocabulary.KINDS, call.members().kinds(), frame),
            call.members().least(),
            call.members().most()),
        seen.organiser() == null ? null : Names.of(seen.organiser(), frame.language()),
        new CallPage.State(
            call.deadline() == null ? null : frame.date(call.deadline()),
            seen.open(),
            call.fictional()),
        call.wording().source());
  }

  private List<Phrase> labels(Vocabulary vocabulary, List<String> codes, Frame frame) {
    Taxonomy terms = taxonomy.current();
    return codes.stream()
        .map(code -> Phrase.label(terms, vocabulary, code, frame.language()))
        .toList();
  }

  private static Viewer viewer(Context context) {
    return Caller.of(context).viewer();
  }
}
