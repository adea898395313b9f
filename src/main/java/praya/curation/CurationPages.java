package praya.curation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.domain.Taxonomy;
import praya.domain.Term;
import praya.domain.Vocabulary;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.Phrase;
import praya.http.PostedForm;
import praya.http.Routes;
import praya.json.Fields;
import praya.json.Json;
import praya.taxonomy.TaxonomyService;
import praya.taxonomy.TermForm;
import tools.jackson.databind.node.ObjectNode;

/** The pages on which staff change the words of the directory. */
public final class CurationPages {
  /**
   * Codes of the other vocabularies mean something to the program; a new one would mean nothing.
   */
  private static final Set<Vocabulary> EXTENSIBLE =
      Set.of(Vocabulary.LAYERS, Vocabulary.SECTORS, Vocabulary.CAPABILITIES);

  private static final List<String> TEXTS =
      List.of("code", "parent", "en", "zhHant", "zhHans", "noteEn", "noteZhHant", "noteZhHans");

  private final TaxonomyService taxonomy;
  private final SearchPreview preview;
  private final PageContext pages;

  public CurationPages(TaxonomyService taxonomy, SearchPreview preview, PageContext pages) {
    this.taxonomy = taxonomy;
    this.preview = preview;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get("/staff/terms", Action.EDIT_TAXONOMY, this::list);
    routes.get("/staff/terms/{vocabulary}", Action.EDIT_TAXONOMY, this::list);
    routes.get("/staff/terms/{vocabulary}/new", Action.EDIT_TAXONOMY, this::blank);
    routes.post("/staff/terms/{vocabulary}/new", Action.EDIT_TAXONOMY, this::add);
    routes.get("/staff/terms/{vocabulary}/{code}", Action.EDIT_TAXONOMY, this::open);
    routes.post("/staff/terms/{vocabulary}/{code}", Action.EDIT_TAXONOMY, this::change);
  }

  private void list(Context context) {
    boolean chosen = context.pathParamMap().containsKey("vocabulary");
    Vocabulary vocabulary = chosen ? vocabulary(context) : Vocabulary.CAPABILITIES;
    Frame frame = frame(context, "terms.title");
    var choices =
        Arrays.stream(Vocabulary.values())
            .filter(each -> !taxonomy.current().list(each).isEmpty())
            .map(each ->
                new Frame.Choice(
                    frame.say("vocabulary." + each.code()),
                    null,
                    "/staff/terms/" + each.code(),
                    each == vocabulary))
            .toList();
    var rows =
        taxonomy.current().list(vocabulary).stream()
            .map(term ->
                new TermListPage.Row(
                    path(term),
                    Phrase.of(term.label(), frame.language(), term.code()),
                    term.code(),
                    term.parent() == null ? 0 : 1,
                    term.synonyms()))
            .toList();
    var page = new TermListPage(vocabulary.code(), choices, rows, EXTENSIBLE.contains(vocabulary));
    pages.send(context, "curation/terms.jte", frame, page);
    context.header("Cache-Control", "no-store");
  }

  private void open(Context context) {
    Term term = taxonomy.get(vocabulary(context), context.pathParam("code"));
    show(context, form(TaxonomyService.version(term), values(term)), null);
  }

  private void blank(Context context) {
    requireExtensible(vocabulary(context));
    show(context, form("", Map.of()), null);
  }

  private void change(Context context) {
    Term present = taxonomy.get(vocabulary(context), context.pathParam("code"));
    Map<String, String> sent = sent(PostedForm.of(context));
    sent.put("code", present.code());
    sent.put("parent", present.parent() == null ? "" : present.parent());
    work(context, sent);
  }

  private void add(Context context) {
    requireExtensible(vocabulary(context));
    work(context, sent(PostedForm.of(context)));
  }

  /** Tries, or saves, what was sent. */
  private void work(Context context, Map<String, String> sent) {
    PostedForm form = PostedForm.of(context);
    String version = form.text("version");
    Fields fields = new Fields(json(sent), Fields.Spelling.CAMEL);
    Term wanted = TermForm.parse(vocabulary(context), fields);
    requireParent(wanted, fields);
    if (!fields.faultless()) {
      context.status(422);
      show(context, new TermPage.Form(version, sent, fields.faults(), null), null);
      return;
    }
    if (!form.text("intent").equals("save")) {
      var effect = preview.of(taxonomy.current().with(wanted));
      show(context, form(version, sent), effect);
      return;
    }
    try {
      if (version.isEmpty()) {
        taxonomy.add(wanted, form.actor());
      } else {
        taxonomy.change(version, wanted, form.actor());
      }
      context.redirect(path(wanted) + "?done=saved", HttpStatus.SEE_OTHER);
    } catch (Problem.Stale | Problem.Conflict refused) {
      context.status(409);
      show(context, new TermPage.Form(version, sent, List.of(), refused.getMessage()), null);
    }
  }

  private void requireParent(Term wanted, Fields fields) {
    String parent = wanted.parent();
    if (parent != null) {
      boolean group =
          wanted.vocabulary() == Vocabulary.CAPABILITIES
              && taxonomy
                  .current()
                  .find(wanted.vocabulary(), parent)
                  .filter(term -> term.parent() == null)
                  .isPresent();
      if (!group) {
        fields.fault("parent", parent, "is not a group of this vocabulary");
      }
    }
  }

  private void show(Context context, TermPage.Form form, SearchPreview.@Nullable Effect effect) {
    Vocabulary vocabulary = vocabulary(context);
    boolean fresh = !context.pathParamMap().containsKey("code");
    Frame frame = frame(context, fresh ? "terms.new" : "terms.edit");
    List<Frame.Choice> groups = new ArrayList<>();
    if (fresh && vocabulary == Vocabulary.CAPABILITIES) {
      Taxonomy current = taxonomy.current();
      for (Term term : current.list(vocabulary)) {
        if (term.parent() == null) {
          String label = current.label(vocabulary, term.code(), frame.language());
          boolean chosen = term.code().equals(form.value("parent"));
          groups.add(new Frame.Choice(label, null, term.code(), chosen));
        }
      }
    }
    var page = new TermPage(vocabulary.code(), context.path(), fresh, form, groups, effect);
    pages.send(context, "curation/term.jte", frame, page);
    context.header("Cache-Control", "no-store");
  }

  private static TermPage.Form form(String version, Map<String, String> values) {
    return new TermPage.Form(version, values, List.<Fault>of(), null);
  }

  private static Map<String, String> sent(PostedForm form) {
    Map<String, String> values = new LinkedHashMap<>();
    TEXTS.forEach(field -> values.put(field, form.text(field)));
    values.put("synonyms", form.text("synonyms"));
    return values;
  }

  /** The form as the API would send it: empty is nothing, each line is a synonym. */
  private static ObjectNode json(Map<String, String> sent) {
    ObjectNode json = Json.mapper().createObjectNode();
    for (String field : TEXTS) {
      String text = sent.getOrDefault(field, "");
      if (!text.isEmpty()) {
        json.put(field, text);
      }
    }
    var synonyms = json.putArray("synonyms");
    sent.getOrDefault("synonyms", "")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .distinct()
        .forEach(synonyms::add);
    return json;
  }

  private static Map<String, String> values(Term term) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("code", term.code());
    put(values, "parent", term.parent());
    put(values, "en", term.label().en());
    put(values, "zhHant", term.label().zhHant());
    put(values, "zhHans", term.label().zhHans());
    values.put("synonyms", String.join("\n", term.synonyms()));
    put(values, "noteEn", term.note().en());
    put(values, "noteZhHant", term.note().zhHant());
    put(values, "noteZhHans", term.note().zhHans());
    return values;
  }

  private static void put(Map<String, String> values, String field, @Nullable String text) {
    values.put(field, text == null ? "" : text);
  }

  private static Vocabulary vocabulary(Context context) {
    String code = context.pathParam("vocabulary");
    return Vocabulary.find(code)
        .orElseThrow(() -> new Problem.NotFound("There is no vocabulary (" + code + ")."));
  }

  private static void requireExtensible(Vocabulary vocabulary) {
    if (!EXTENSIBLE.contains(vocabulary)) {
      throw new Problem.NotFound(
          "The program knows all codes of the vocabulary (" + vocabulary.code() + ") itself.");
    }
  }

  private static String path(Term term) {
    return "/staff/terms/" + term.vocabulary().code() + "/" + term.code();
  }

  private Frame frame(Context context, String title) {
    return pages.frame(context, Frame.Head.of(pages.texts(context).say(title), null));
  }
}
