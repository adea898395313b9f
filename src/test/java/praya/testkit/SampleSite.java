package praya.testkit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import praya.compute.CapacityChart;
import praya.compute.CentrePage;
import praya.compute.TimelineChart;
import praya.domain.Language;
import praya.domain.LocalText;
import praya.domain.Period;
import praya.http.Frame;
import praya.http.Phrase;
import praya.http.Source;
import praya.organisation.AllocationItem;
import praya.organisation.Names;
import praya.site.AboutPage;
import praya.site.ApiDocument;
import praya.site.ApiPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Models of the centre's page and of the pages about the service, from the seed data. */
public final class SampleSite {
  private final Sample sample;

  public SampleSite(Sample sample) {
    this.sample = sample;
  }

  public CentrePage centre(Frame frame) {
    Language page = frame.language();
    JsonNode centre = sample.seed.centre();
    List<CentrePage.Holding> holdings =
        sample.seed.allocations().stream()
            .map(a ->
                new CentrePage.Holding(
                    Names.of(sample.seed.organisation(a.content().organisation()), page),
                    AllocationItem.of(a, sample.seed.usage(a), sample.taxonomy, page)))
            .toList();
    LocalText name = SeedRecords.local(centre, "name");
    List<Phrase> others = new ArrayList<>();
    for (Language language : Language.values()) {
      if (language != page) {
        others.add(new Phrase(name.in(language), language.tag()));
      }
    }
    return new CentrePage(
        new CentrePage.About(
            Phrase.of(name, page, "centre"),
            others,
            Phrase.find(SeedRecords.local(centre, "note"), page),
            Sample.TODAY),
        figures(frame),
        CapacityChart.of(capacity(centre), Sample.TODAY, frame.texts()),
        TimelineChart.of(holdings, Sample.TODAY, frame.texts()),
        holdings,
        reported(page),
        facts(centre, frame));
  }

  private static List<CentrePage.Figure> figures(Frame frame) {
    List<Source> press =
        Source.list(
            List.of("http://www.news.gov.hk/eng/2026/01/20260102/20260102_152131_799.html"));
    return List.of(
        new CentrePage.Figure(frame.say("centre.capacity"), "3,000", "PFLOPS", null, press, false),
        new CentrePage.Figure(
            frame.say("centre.granted"),
            "2,386",
            frame.say("centre.unit.cards"),
            frame.say("centre.ofCapacity", "79.5", 41),
            List.of(),
            true),
        new CentrePage.Figure(
            frame.say("centre.used"),
            "68%",
            "",
            frame.say("centre.ofGranted", 271_000, 398_000),
            List.of(),
            true));
  }

  /** The input of the capacity chart, as the seed has it. */
  public CapacityChart.Input capacity(JsonNode centre) {
    List<CapacityChart.Phase> phases = new ArrayList<>();
    for (JsonNode phase : centre.path("phases")) {
      String to = SeedRecords.text(phase, "to");
      LocalDate from = LocalDate.parse(phase.path("from").asString());
      phases.add(
          new CapacityChart.Phase(
              new Period(from, to == null ? null : LocalDate.parse(to)),
              phase.path("pflops").asDouble()));
    }
    List<CapacityChart.Grant> grants =
        sample.seed.allocations().stream()
            .map(a -> a.content().grant())
            .map(grant -> new CapacityChart.Grant(grant.period(), grant.cards()))
            .toList();
    List<CapacityChart.Report> reports = new ArrayList<>();
    for (JsonNode report : centre.path("utilisation_reported")) {
      reports.add(
          new CapacityChart.Report(
              LocalDate.parse(report.path("date").asString() + "-15"),
              report.path("percent").asDouble(),
              report.path("of_pflops").asDouble(),
              report.path("qualifier").asString().split(",")[0]));
    }
    return new CapacityChart.Input(phases, grants, reports, 1.0);
  }

  private List<CentrePage.Reported> reported(Language page) {
    return sample.seed.organisations().stream()
        .filter(o -> o.entry().computeReported() != null)
        .map(o ->
            new CentrePage.Reported(
                Names.of(o, page),
                Phrase.of(o.entry().computeReported().fact(), page, ""),
                o.entry().computeReported().date()))
        .toList();
  }

  private static CentrePage.Facts facts(JsonNode centre, Frame frame) {
    Language page = frame.language();
    JsonNode conversion = centre.path("conversion");
    JsonNode accelerator = centre.path("accelerator");
    return new CentrePage.Facts(
        List.of(
            new CentrePage.Fact(
                frame.say("centre.fact.conversion"),
                "1 PFLOPS",
                Phrase.find(SeedRecords.local(conversion, "note"), page),
                frame.coded("centre.status.", "illustrative").text(),
                List.of()),
            new CentrePage.Fact(
                frame.say("centre.fact.accelerator"),
                accelerator.path("model").asString(),
                Phrase.find(SeedRecords.local(accelerator, "note"), page),
                null,
                Source.list(SeedRecords.list(accelerator, "sources")))),
        SeedRecords.list(centre, "not_found").stream()
            .map(gap -> frame.coded("centre.gap.", gap))
            .toList());
  }

  public AboutPage about(Frame frame) {
    Map<String, List<AboutPage.Reading>> readings = new LinkedHashMap<>();
    Map<String, LocalText> labels = new LinkedHashMap<>();
    for (JsonNode node : sample.seed.figures()) {
      String code = node.path("code").asString();
      labels.put(code, LocalText.of(node.path("en").asString(), node.path("zh_hant").asString()));
      String value =
          AboutPage.Reading.words(
              frame,
              node.path("value").asDouble(),
              node.path("unit").asString(),
              node.path("qualifier").asString());
      readings
          .computeIfAbsent(code, c -> new ArrayList<>())
          .add(
              new AboutPage.Reading(
                  value,
                  LocalDate.parse(node.path("as_of").asString()),
                  Source.of(node.path("source").asString())));
    }
    List<AboutPage.Figure> figures = new ArrayList<>();
    readings.forEach((code, list) ->
        figures.add(
            new AboutPage.Figure(
                Phrase.of(labels.get(code), frame.language(), code), list.reversed())));
    return new AboutPage(
        figures,
        new AboutPage.Holdings(
            365,
            90,
            List.of(
                new AboutPage.Count(frame.say("about.record.organisations"), "365", "90"),
                new AboutPage.Count(frame.say("about.record.needs"), "0", "128"),
                new AboutPage.Count(frame.say("about.record.offers"), "0", "162"),
                new AboutPage.Count(frame.say("about.record.relations"), "100", "101"),
                new AboutPage.Count(frame.say("about.record.allocations"), "0", "48"))));
  }

  /** The readable form of a small description with a reference, an example and a body. */
  public ApiPage api() {
    return new ApiDocument(new YAMLMapper().readTree(YAML)).page();
  }

  private static final String YAML =
      """
      openapi: 3.1.0
      info:
        title: Praya API
        version: 0.1.0
        description: |
          Everything that the pages show, as JSON.

          Lists are paged by an opaque cursor.
      tags:
        - name: Organisations
          description: The directory.
      paths:
        /api/v1/organisations:
          get:
            operationId: listOrganisations
            tags: [Organisations]
            summary: Search the directory
            parameters:
              - name: q
                in: query
                description: Words to search, in any language.
                schema: {type: string}
              - $ref: '#/components/parameters/limit'
            responses:
              '200':
                description: A page of organisations
                content:
                  application/json:
                    example: {"items": [], "total": 0, "next": null}
              '400':
                description: An unknown parameter
          post:
            operationId: createOrganisation
            tags: [Organisations]
            summary: Add an organisation
            security: [{key: []}]
            requestBody:
              content:
                application/json:
                  examples:
                    short: {value: {"slug": "abacus", "nameEn": "Abacus <b>"}}
            responses:
              '201': {description: Made}
      components:
        parameters:
          limit:
            name: limit
            in: query
            required: true
            description: How many.
            schema: {type: integer}
      """;
}
