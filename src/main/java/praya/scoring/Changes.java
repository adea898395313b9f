package praya.scoring;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Side;
import praya.domain.Visibility;
import praya.domain.Vocabulary;

/**
 * The changes of one organisation's data that concern another: what the other needs or offers, and
 * it does not state. Whether they are true is for people to say.
 */
final class Changes {
  private static final LocalText CONFIRMED =
      new LocalText("Confirm that the entry is still true.", "確認條目資料仍然屬實。", "确认条目资料仍然属实。");
  private static final LocalText CAPABILITY =
      new LocalText("Add the capability “%1$s” to the entry.", "在條目加入能力「%1$s」。", "在条目加入能力“%1$s”。");
  private static final LocalText SECTOR =
      new LocalText("Add the sector “%1$s” to the entry.", "在條目加入行業「%1$s」。", "在条目加入行业“%1$s”。");
  private static final LocalText OFFER =
      new LocalText(
          "State an open offer (%1$s) for what they seek in “%2$s”.",
          "就對方需求「%2$s」，發布開放中的供應（%1$s）。", "就对方需求“%2$s”，发布开放中的供应（%1$s）。");
  private static final LocalText NEED =
      new LocalText(
          "State an open need (%1$s) for what they give in “%2$s”.",
          "就對方供應「%2$s」，發布開放中的需求（%1$s）。", "就对方供应“%2$s”，发布开放中的需求（%1$s）。");
  private static final LocalText BOTH =
      new LocalText("%1$s And: %2$s", "%1$s同時：%2$s", "%1$s同时：%2$s");

  private final VisibleSheet you;
  private final VisibleSheet them;
  private final Surroundings surroundings;
  private final Sentences sentences;

  Changes(VisibleSheet you, VisibleSheet them, Surroundings surroundings) {
    this.you = you;
    this.them = them;
    this.surroundings = surroundings;
    this.sentences = new Sentences(surroundings.taxonomy());
  }

  /** The smallest first; those of a kind in the order of their codes. */
  List<Change> all() {
    List<Change> all = new ArrayList<>();
    all.add(confirmation());
    Classification own = you.organisation().profile().classification();
    Set<String> sectors = new TreeSet<>(them.organisation().profile().classification().sectors());
    them.needs().forEach(need -> sectors.addAll(need.content().topic().sectors()));
    capabilities(own).forEach(code -> all.add(capability(own, code)));
    sectors.removeAll(own.sectors());
    sectors.forEach(code -> all.add(sector(own, code)));
    List<Change> offers = them.needs().stream().map(this::offer).toList();
    List<Change> needs = them.offers().stream().map(this::need).toList();
    all.addAll(offers);
    all.addAll(needs);
    for (Change need : needs) {
      for (Change offer : offers) {
        all.add(both(need, offer));
      }
    }
    all.sort(Comparator.comparing(Change::kind));
    return all;
  }

  private Set<String> capabilities(Classification own) {
    Set<String> wanted = new TreeSet<>();
    for (Collection<Exchange> exchanges : List.of(them.needs(), them.offers())) {
      exchanges.forEach(exchange -> wanted.addAll(exchange.content().topic().capabilities()));
    }
    wanted.addAll(them.organisation().profile().classification().capabilities());
    wanted.removeAll(own.capabilities());
    return wanted;
  }

  private Change confirmation() {
    return new Change(
        Change.Kind.CONFIRMATION,
        List.of(),
        CONFIRMED,
        sheet -> {
          Entry entry = sheet.organisation().entry();
          Origin origin = entry.origin();
          var now = surroundings.asOf().atStartOfDay(ZoneOffset.UTC).toInstant();
          return sheet.with(entry.with(new Origin(origin.fictional(), origin.sources(), now)));
        });
  }

  private Change capability(Classification own, String code) {
    return classified(
        Change.Kind.CAPABILITY,
        code,
        sentences.say(CAPABILITY, sentences.label(Vocabulary.CAPABILITIES, code)),
        new Classification(own.layers(), own.sectors(), plus(own.capabilities(), code)));
  }

  private Change sector(Classification own, String code) {
    return classified(
        Change.Kind.SECTOR,
        code,
        sentences.say(SECTOR, sentences.label(Vocabulary.SECTORS, code)),
        new Classification(own.layers(), plus(own.sectors(), code), own.capabilities()));
  }

  private static Change classified(
      Change.Kind kind, String code, LocalText text, Classification classification) {
    return new Change(
        kind,
        List.of(code),
        text,
        sheet -> {
          Entry entry = sheet.organisation().entry();
          return sheet.with(entry.with(entry.profile().classified(classification)));
        });
  }

  private static List<String> plus(List<String> codes, String one) {
    List<String> more = new ArrayList<>(codes);
    more.add(one);
    return more;
  }

  private Change offer(Exchange theirNeed) {
    return stated(Change.Kind.OFFER, Side.OFFER, theirNeed, OFFER);
  }

  private Change need(Exchange theirOffer) {
    return stated(Change.Kind.NEED, Side.NEED, theirOffer, NEED);
  }

  /** The counterpart of something of theirs: of its kind, about the same. */
  private Change stated(Change.Kind kind, Side side, Exchange theirs, LocalText pattern) {
    Organisation own = you.organisation();
    List<String> codes = new ArrayList<>(List.of(theirs.content().kind()));
    codes.addAll(theirs.content().topic().capabilities());
    Exchange counterpart =
        new Exchange(
            side,
            // No id of a record begins so; it sorts before all, whichever is added.
            "!" + theirs.id(),
            1,
            own.id(),
            new Exchange.Content(
                own.slug(),
                theirs.content().kind(),
                theirs.content().wording(),
                theirs.content().topic(),
                Visibility.PUBLIC,
                new Period(surroundings.asOf(), null),
                own.fictional()));
    return new Change(
        kind,
        codes,
        sentences.say(
            pattern,
            sentences.label(Vocabulary.EXCHANGE, theirs.content().kind()),
            sentences.title(theirs)),
        sheet -> sheet.plus(counterpart));
  }

  private Change both(Change need, Change offer) {
    List<String> codes = new ArrayList<>(need.codes());
    codes.addAll(offer.codes());
    return new Change(
        Change.Kind.NEED_AND_OFFER,
        codes,
        sentences.say(BOTH, need.text(), offer.text()),
        sheet -> offer.of(need.of(sheet)));
  }
}
