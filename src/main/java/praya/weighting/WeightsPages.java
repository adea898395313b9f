package praya.weighting;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import praya.domain.Action;
import praya.domain.Fault;
import praya.domain.Problem;
import praya.http.Frame;
import praya.http.PageContext;
import praya.http.PostedForm;
import praya.http.Routes;
import praya.scoring.Weight;
import praya.scoring.WeightTable;
import praya.scoring.Weights;

/** {@code /staff/weights}: the numbers of matchmaking, tried before they are saved. */
public final class WeightsPages {
  private static final String PATH = "/staff/weights";

  private final WeightsService weights;
  private final WeightsTrial trial;
  private final PageContext pages;

  public WeightsPages(WeightsService weights, WeightsTrial trial, PageContext pages) {
    this.weights = weights;
    this.trial = trial;
    this.pages = pages;
  }

  public void add(Routes routes) {
    routes.get(PATH, Action.EDIT_WEIGHTS, this::open);
    routes.post(PATH, Action.EDIT_WEIGHTS, this::work);
  }

  private void open(Context context) {
    SavedWeights latest = weights.latest();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("base", latest.version());
    WeightTable.of(latest.weights())
        .values()
        .forEach((weight, value) -> values.put(weight.code(), WeightTable.text(value)));
    values.put("organisations", String.join("\n", trial.suggested()));
    values.put("calibrate", latest.answers() > 0 ? "yes" : "");
    show(context, new WeightsPage.Form(values, List.of(), null), null);
  }

  /** Tries, or saves, what was sent. */
  private void work(Context context) {
    PostedForm form = PostedForm.of(context);
    Map<String, String> values = new LinkedHashMap<>();
    List.of("base", "remark", "organisations", "calibrate")
        .forEach(field -> values.put(field, form.text(field)));
    List<Fault> faults = new ArrayList<>();
    WeightTable table = table(form, values, faults);
    if (faults.isEmpty()) {
      faults.addAll(table.faults());
    }
    boolean calibrate = form.has("calibrate");
    Optional<WeightsService.Curve> curve = Optional.empty();
    if (faults.isEmpty() && calibrate) {
      curve = trial.curve(table.weights(form.text("base"), Optional.empty()));
      if (curve.isEmpty()) {
        faults.add(new Fault("calibrate", "yes", WeightsTrial.TOO_FEW));
      }
    }
    boolean saving = form.text("intent").equals("save");
    try {
      if (faults.isEmpty() && saving) {
        var proposal =
            new WeightsService.Proposal(form.text("base"), table, form.text("remark"), curve);
        weights.save(proposal, form.actor());
        context.redirect(PATH + "?done=saved", HttpStatus.SEE_OTHER);
        return;
      }
      WeightsPage.Effect effect = faults.isEmpty() ? effect(context, values, table, curve) : null;
      if (effect == null) {
        context.status(422);
      }
      show(context, new WeightsPage.Form(values, faults, null), effect);
    } catch (Problem.InvalidInput refused) {
      context.status(422);
      show(context, new WeightsPage.Form(values, refused.faults(), null), null);
    } catch (Problem.Conflict stale) {
      context.status(409);
      show(context, new WeightsPage.Form(values, List.of(), stale.getMessage()), null);
    }
  }

  private static WeightTable table(
      PostedForm form, Map<String, String> values, List<Fault> faults) {
    Map<Weight, Double> numbers = new EnumMap<>(Weight.class);
    for (Weight weight : Weight.values()) {
      String text = form.text(weight.code());
      values.put(weight.code(), text);
      try {
        numbers.put(weight, Double.parseDouble(text));
      } catch (NumberFormatException wrong) {
        faults.add(
            new Fault(
                weight.code(),
                text,
                "The number %s (%s) must be a number.".formatted(weight.code(), text)));
      }
    }
    return new WeightTable(numbers);
  }

  private WeightsPage.Effect effect(
      Context context,
      Map<String, String> values,
      WeightTable table,
      Optional<WeightsService.Curve> curve) {
    Frame frame = frame(context);
    Weights present = weights.current();
    Weights proposed =
        table.weights(present.version(), curve.map(WeightsService.Curve::calibration));
    var words = new EffectWords(frame);
    List<WeightsPage.Organisation> organisations = new ArrayList<>();
    for (String slug : WeightsTrial.chosen(values.getOrDefault("organisations", ""))) {
      try {
        organisations.add(words.of(trial.lists(slug, present, proposed)));
      } catch (Problem.NotFound unknown) {
        throw new Problem.InvalidInput(
            "organisations",
            slug,
            "The field organisations (%s) names no organisation. Give the last part of its address."
                .formatted(slug));
      }
    }
    return new WeightsPage.Effect(
        organisations,
        trial.backTest(present, proposed).map(words::of).orElse(null),
        curve.map(words::of).orElse(List.of()));
  }

  private void show(Context context, WeightsPage.Form form, WeightsPage.@Nullable Effect effect) {
    var groups =
        Arrays.stream(Weight.Group.values())
            .map(group ->
                new WeightsPage.Group(
                    group.code(),
                    Arrays.stream(Weight.values())
                        .filter(weight -> weight.group() == group)
                        .toList()))
            .toList();
    List<SavedWeights> versions = weights.list();
    var page = new WeightsPage(versions.getFirst(), form, groups, effect, versions);
    pages.send(context, "weighting/weights.jte", frame(context), page);
    context.header("Cache-Control", "no-store");
  }

  private Frame frame(Context context) {
    return pages.frame(context, Frame.Head.of(pages.texts(context).say("weights.title"), null));
  }
}
