package praya.brief;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import praya.brief.Vendor.Fact;
import praya.brief.Vendor.Reason;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.scoring.VisibleSheet;

/**
 * Ranks organisations for a brief by what they state. Pure: the same question has the same answer,
 * in whatever order the organisations come.
 *
 * @param places the place in the list of the search for the text, from 0
 */
public record VendorRanking(
    Brief brief,
    Understood understood,
    Map<UUID, Integer> places,
    Taxonomy taxonomy,
    LocalDate asOf) {
  /** Says which numbers the points come from. */
  public static final String VERSION = "2";

  /** An open offer says most: somebody wants to do it now. Together they are 100. */
  private static final int OFFER = 40;

  private static final int CAPABILITY = 20;
  private static final int TEXT = 20;
  private static final int CONSTRAINT = 10;
  private static final int SECTOR = 5;
  private static final int FRESH = 5;

  /** Places of the search that count; behind them a text has little of the brief. */
  static final int PLACES = 50;

  /**
   * Places of the search that make a vendor of somebody for whom nothing else speaks. A search
   * gives an order and no measure of its own; what is behind its first page shares a stray word.
   */
  static final int PLACES_ALONE = 10;

  private static final int FRESH_DAYS = 180;

  /** Those that could serve, the best first; ties go by slug. */
  public List<Vendor> rank(Collection<VisibleSheet> sheets) {
    return sheets.stream()
        .filter(sheet -> sheet.organisation().fictional() == brief.fictional())
        .map(this::judge)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingInt(Vendor::score)
                .reversed()
                .thenComparing(vendor -> vendor.organisation().slug()))
        .toList();
  }

  /**
   * The vendor; empty where neither an offer nor a capability serves the brief. Words of the text
   * stand in for these only where the brief names no capability.
   */
  private Optional<Vendor> judge(VisibleSheet sheet) {
    List<Reason> reasons = new ArrayList<>();
    Exchange offer = bestOffer(sheet);
    if (offer != null) {
      reasons.add(offered(sheet, offer));
    }
    capable(sheet).ifPresent(reasons::add);
    if (reasons.isEmpty() && !mayRestOnText(sheet)) {
      return Optional.empty();
    }
    found(sheet).ifPresent(reasons::add);
    var mentions = new Mentions(sheet, asOf);
    List<Vendor.Answered> answers = mentions.of(brief.conditions());
    constrained(answers).ifPresent(reasons::add);
    inSector(sheet).ifPresent(reasons::add);
    fresh(sheet, offer).ifPresent(reasons::add);
    int score = reasons.stream().mapToInt(Reason::points).sum();
    return Optional.of(new Vendor(sheet.organisation(), score, reasons, answers));
  }

  private boolean mayRestOnText(VisibleSheet sheet) {
    return understood.capabilities().isEmpty()
        && places.getOrDefault(sheet.organisation().id(), PLACES) < PLACES_ALONE;
  }

  private @Nullable Exchange bestOffer(VisibleSheet sheet) {
    return sheet.offers().stream()
        .filter(offer -> !covered(offer.content().topic().capabilities()).isEmpty())
        .min(
            Comparator.comparingInt(
                    (Exchange offer) -> -covered(offer.content().topic().capabilities()).size())
                .thenComparing(Exchange::id))
        .orElse(null);
  }

  /**
   * The wanted capabilities that the given ones cover: the same, or one within the wanted group.
   */
  private Set<String> covered(List<String> given) {
    Set<String> covered = new LinkedHashSet<>();
    for (String wanted : understood.capabilities()) {
      boolean has =
          given.stream()
              .anyMatch(code ->
                  taxonomy.selfAndAncestors(Vocabulary.CAPABILITIES, code).contains(wanted));
      if (has) {
        covered.add(wanted);
      }
    }
    return covered;
  }

  private int part(int most, int some, int all) {
    return Math.max(1, most * some / Math.max(1, all));
  }

  private Reason offered(VisibleSheet sheet, Exchange offer) {
    Set<String> covered = covered(offer.content().topic().capabilities());
    LocalText title = title(offer);
    return new Reason(
        "offer",
        part(OFFER, covered.size(), understood.capabilities().size()),
        Say.with(
            new LocalText(
                "The open offer “%1$s” covers %2$s of %3$s wanted: %4$s.",
                "開放中的供應「%1$s」涵蓋所需%3$s項中的%2$s項：%4$s。", "开放中的供应“%1$s”涵盖所需%3$s项中的%2$s项：%4$s。"),
            title,
            Say.number(covered.size()),
            Say.number(understood.capabilities().size()),
            labels(Vocabulary.CAPABILITIES, covered)),
        new Fact(Mentions.page(sheet) + "#" + offer.id(), title));
  }

  private Optional<Reason> capable(VisibleSheet sheet) {
    Set<String> covered = covered(sheet.organisation().profile().classification().capabilities());
    if (covered.isEmpty()) {
      return Optional.empty();
    }
    LocalText labels = labels(Vocabulary.CAPABILITIES, covered);
    return Optional.of(
        new Reason(
            "capability",
            part(CAPABILITY, covered.size(), understood.capabilities().size()),
            Say.with(new LocalText("The entry names: %1$s.", "條目列明：%1$s。", "条目列明：%1$s。"), labels),
            new Fact(Mentions.page(sheet), labels)));
  }

  private Optional<Reason> found(VisibleSheet sheet) {
    @Nullable Integer place = places.get(sheet.organisation().id());
    if (place == null || place >= PLACES) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            "text",
            part(TEXT, PLACES - place, PLACES),
            Say.with(
                new LocalText(
                    "A search for the words of the brief finds it at place %1$s.",
                    "以需求書的文字搜尋，排名第%1$s。", "以需求书的文字搜索，排名第%1$s。"),
                Say.number(place + 1)),
            new Fact(Mentions.page(sheet), sheet.organisation().profile().summary())));
  }

  private Optional<Reason> constrained(List<Vendor.Answered> answers) {
    List<Vendor.Answered> said =
        answers.stream().filter(answer -> answer.mention() != null).toList();
    if (said.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            "constraint",
            part(CONSTRAINT, said.size(), answers.size()),
            Say.with(
                new LocalText(
                    "Its texts mention %1$s of %2$s conditions.",
                    "其文字提及%2$s項條件中的%1$s項。", "其文字提及%2$s项条件中的%1$s项。"),
                Say.number(said.size()),
                Say.number(answers.size())),
            Objects.requireNonNull(said.get(0).mention())));
  }

  private Optional<Reason> inSector(VisibleSheet sheet) {
    Set<String> common =
        new LinkedHashSet<>(sheet.organisation().profile().classification().sectors());
    common.retainAll(understood.sectors());
    if (common.isEmpty()) {
      return Optional.empty();
    }
    LocalText labels = labels(Vocabulary.SECTORS, common);
    return Optional.of(
        new Reason(
            "sector",
            SECTOR,
            Say.with(new LocalText("It works in %1$s.", "從事%1$s。", "从事%1$s。"), labels),
            new Fact(Mentions.page(sheet), labels)));
  }

  private Optional<Reason> fresh(VisibleSheet sheet, @Nullable Exchange offer) {
    var confirmed = sheet.organisation().entry().origin().confirmedAt();
    @Nullable LocalDate day =
        offer != null
            ? offer.content().period().from()
            : confirmed == null ? null : LocalDate.ofInstant(confirmed, ZoneOffset.UTC);
    if (day == null || ChronoUnit.DAYS.between(day, asOf) > FRESH_DAYS) {
      return Optional.empty();
    }
    LocalText date = Say.plain(day.toString());
    return Optional.of(
        new Reason(
            "freshness",
            FRESH,
            Say.with(
                offer != null
                    ? new LocalText("The offer was opened on %1$s.", "該供應於%1$s開放。", "该供应于%1$s开放。")
                    : new LocalText("The entry was confirmed on %1$s.", "條目於%1$s確認。", "条目于%1$s确认。"),
                date),
            new Fact(Mentions.page(sheet) + (offer == null ? "" : "#" + offer.id()), date)));
  }

  private LocalText labels(Vocabulary vocabulary, Collection<String> codes) {
    return Say.list(
        codes.stream()
            .map(code ->
                taxonomy.find(vocabulary, code).map(term -> term.label()).orElse(Say.plain(code)))
            .toList());
  }

  static LocalText title(Exchange offer) {
    LocalText title = offer.content().wording().title();
    return title.isEmpty() ? Say.plain(offer.id()) : title;
  }
}
