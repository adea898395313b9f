package praya.brief;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import praya.domain.Action;
import praya.domain.Problem;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Viewer;
import praya.domain.Vocabulary;
import praya.http.Address;
import praya.http.Answers;
import praya.http.Caller;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.Query;
import praya.http.Routes;
import praya.organisation.Names;
import praya.team.TeamService;
import praya.team.TeamWords;
import praya.team.Wish;

/** The pages {@code /briefs} and {@code /briefs/compare}, and the sheet as a file. */
public final class BriefPages {
  private static final int SHOWN = 20;
  private static final int MOST_COMPARED = 4;

  private final BriefService briefs;
  private final TeamService teams;
  private final PageContext pages;

  public BriefPages(BriefService briefs, TeamService teams, PageContext pages) {
    this.briefs = briefs;
    this.teams = teams;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/briefs", Action.READ_DIRECTORY, this::brief);
    routes.get("/briefs/compare", Action.READ_DIRECTORY, this::compare);
    routes.get("/briefs/compare.xlsx", Action.READ_DIRECTORY, this::file);
  }

  private void brief(Context context) {
    Frame frame = frame(context, "brief.title");
    Query query = BriefQuery.query(context, "theme");
    Brief brief = BriefQuery.read(context, query, briefs.terms());
    query.done();
    Taxonomy taxonomy = briefs.terms();
    Viewer viewer = Caller.of(context).viewer();
    BriefService.Answer answer = briefs.vendors(brief, viewer);
    Wish wish = BriefRoutes.wish(brief, answer.understood());
    pages.send(
        context,
        "brief/brief.jte",
        frame,
        new BriefPage(
            brief,
            terms(brief, answer.understood(), frame),
            groups(taxonomy, Vocabulary.CAPABILITIES, Set.copyOf(brief.capabilities()), frame),
            groups(taxonomy, Vocabulary.SECTORS, Set.copyOf(brief.sectors()), frame),
            new BriefPage.Results(
                answer.vendors().stream().limit(SHOWN).map(vendor -> found(vendor, frame)).toList(),
                new BriefPage.Counts(answer.vendors().size(), answer.considered()),
                new TeamWords(taxonomy, frame).of(wish, teams.find(wish, viewer))),
            frame.here().parameters()));
  }

  private void compare(Context context) {
    Frame frame = frame(context, "brief.compare.title");
    pages.send(context, "brief/compare.jte", frame, sheet(context, frame));
  }

  private void file(Context context) {
    Frame frame = frame(context, "brief.compare.title");
    byte[] bytes = Spreadsheet.of(sheet(context, frame), frame);
    Answers.keepApart(context)
        .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header("Content-Disposition", "attachment; filename=\"vendors.xlsx\"")
        .result(bytes);
  }

  private ComparePage sheet(Context context, Frame frame) {
    Query query = BriefQuery.query(context, "theme", "vendor");
    Brief brief = BriefQuery.read(context, query, briefs.terms());
    List<String> wanted = query.list("vendor", MOST_COMPARED);
    query.done();
    List<Vendor> all = briefs.vendors(brief, Caller.of(context).viewer()).vendors();
    List<Vendor> chosen = wanted.stream().map(slug -> vendor(all, slug)).toList();
    var sheet = new CompareSheet(briefs.terms(), frame);
    return new ComparePage(
        chosen.stream().map(sheet::head).toList(),
        sheet.rows(chosen),
        frame.here().at("/briefs").without("vendor").href(),
        frame.here().at("/briefs/compare.xlsx").href());
  }

  private static Vendor vendor(List<Vendor> all, String slug) {
    return all.stream()
        .filter(each -> each.organisation().slug().equals(slug))
        .findFirst()
        .orElseThrow(() ->
            new Problem.NotFound(
                "There is no vendor ("
                    + slug
                    + ") for this brief. Maybe choose again from its list under /briefs."));
  }

  private Frame frame(Context context, String title) {
    var texts = pages.texts(context);
    return pages.frame(context, Frame.Head.of(texts.say(title), texts.say("brief.description")));
  }

  private List<BriefPage.Term> terms(Brief brief, Understood understood, Frame frame) {
    List<BriefPage.Term> terms = new ArrayList<>();
    for (Understood.Meant term : understood.terms()) {
      Address here = frame.here();
      String parameter = term.vocabulary() == Vocabulary.SECTORS ? "sector" : "capability";
      Address without =
          term.picked() ? here.without(parameter, term.code()) : here.and("without", term.code());
      terms.add(
          new BriefPage.Term(
              label(term.vocabulary(), term.code(), frame),
              term.vocabulary().code(),
              term.said(),
              false,
              without.href()));
    }
    for (String code : brief.without()) {
      Vocabulary vocabulary =
          briefs.terms().find(Vocabulary.CAPABILITIES, code).isPresent()
              ? Vocabulary.CAPABILITIES
              : Vocabulary.SECTORS;
      terms.add(
          new BriefPage.Term(
              label(vocabulary, code, frame),
              vocabulary.code(),
              "",
              true,
              frame.here().without("without", code).href()));
    }
    return terms;
  }

  private Phrase label(Vocabulary vocabulary, String code, Frame frame) {
    return Phrase.label(briefs.terms(), vocabulary, code, frame.language());
  }

  private List<BriefPage.Group> groups(
      Taxonomy taxonomy, Vocabulary vocabulary, Set<String> chosen, Frame frame) {
    List<BriefPage.Group> groups = new ArrayList<>();
    List<BriefPage.Option> alone = new ArrayList<>();
    for (Term term : taxonomy.list(vocabulary)) {
      if (term.parent() != null) {
        continue;
      }
      List<BriefPage.Option> options = new ArrayList<>();
      options.add(option(term, chosen, frame));
      taxonomy
          .children(vocabulary, term.code())
          .forEach(child -> options.add(option(child, chosen, frame)));
      if (options.size() == 1) {
        alone.addAll(options);
      } else {
        int count = (int) options.stream().filter(BriefPage.Option::chosen).count();
        Phrase label = label(vocabulary, term.code(), frame);
        groups.add(new BriefPage.Group(label, options, count));
      }
    }
    if (!alone.isEmpty()) {
      int count = (int) alone.stream().filter(BriefPage.Option::chosen).count();
      groups.add(new BriefPage.Group(null, alone, count));
    }
    return groups;
  }

  private BriefPage.Option option(Term term, Set<String> chosen, Frame frame) {
    return new BriefPage.Option(
        term.code(), label(term.vocabulary(), term.code(), frame), chosen.contains(term.code()));
  }

  private static BriefPage.Found found(Vendor vendor, Frame frame) {
    return new BriefPage.Found(
        vendor,
        Names.of(vendor.organisation(), frame.language()),
        vendor.reasons().stream()
            .map(reason ->
                new BriefPage.Why(
                    reason.points(),
                    Phrase.plain(Say.in(reason.text(), frame.language())),
                    reason.fact().href()))
            .toList(),
        vendor.constraints().stream().map(answered -> answer(answered, frame)).toList());
  }

  private static BriefPage.Answer answer(Vendor.Answered answered, Frame frame) {
    String label = frame.say("brief.constraint." + answered.code());
    Vendor.Fact fact = answered.mention();
    return fact == null
        ? new BriefPage.Answer(label, null, "")
        : new BriefPage.Answer(
            label, Phrase.of(fact.text(), frame.language(), fact.href()), fact.href());
  }
}
