package praya.search;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Campus;
import praya.domain.Classification;
import praya.domain.Entry;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Origin;
import praya.domain.Period;
import praya.domain.Profile;
import praya.domain.Sheet;
import praya.domain.Side;
import praya.domain.Visibility;

/** An organisation of which a test says only what it is about. */
final class SampleOrganisation {
  private final String slug;
  private LocalText name;
  private LocalText summary = LocalText.NONE;
  private List<String> aliases = List.of();
  private List<String> capabilities = List.of();
  private List<String> sectors = List.of();
  private @Nullable Integer year;
  private @Nullable Instant confirmed;
  private boolean fictional;
  private final List<Exchange> needs = new ArrayList<>();
  private final List<Exchange> offers = new ArrayList<>();

  SampleOrganisation(String slug) {
    this.slug = slug;
    this.name = LocalText.of(slug, null);
  }

  SampleOrganisation name(@Nullable String en, @Nullable String zhHant) {
    name = LocalText.of(en, zhHant);
    return this;
  }

  SampleOrganisation summary(@Nullable String en, @Nullable String zhHant) {
    summary = LocalText.of(en, zhHant);
    return this;
  }

  SampleOrganisation aliases(String... values) {
    aliases = List.of(values);
    return this;
  }

  SampleOrganisation capabilities(String... codes) {
    capabilities = List.of(codes);
    return this;
  }

  SampleOrganisation sectors(String... codes) {
    sectors = List.of(codes);
    return this;
  }

  SampleOrganisation founded(int value) {
    year = value;
    return this;
  }

  SampleOrganisation confirmed(String instant) {
    confirmed = Instant.parse(instant);
    return this;
  }

  SampleOrganisation fictional() {
    fictional = true;
    return this;
  }

  SampleOrganisation need(Visibility visibility, String title, String... codes) {
    needs.add(exchange(Side.NEED, visibility, title, codes));
    return this;
  }

  SampleOrganisation offer(Visibility visibility, String title, String... codes) {
    offers.add(exchange(Side.OFFER, visibility, title, codes));
    return this;
  }

  private Exchange exchange(Side side, Visibility visibility, String title, String... codes) {
    Exchange.Content content =
        new Exchange.Content(
            slug,
            "capability",
            new Exchange.Wording(LocalText.of(title, null), LocalText.NONE),
            new Exchange.Topic(List.of(codes), List.of()),
            visibility,
            new Period(LocalDate.parse("2026-01-01"), null),
            fictional);
    return new Exchange(side, slug + "-" + side + "-" + title, 1, SeedData.id(slug), content);
  }

  Indexed indexed() {
    Profile profile =
        new Profile(
            name,
            aliases,
            "startup",
            summary,
            new Classification(List.of(), sectors, capabilities),
            year,
            null);
    Origin origin = new Origin(fictional, List.of("test"), confirmed);
    Organisation organisation =
        new Organisation(
            SeedData.id(slug), 1, new Entry(slug, profile, Campus.UNKNOWN, null, origin), false);
    byte[] json = ("{\"slug\":\"" + slug + "\"}").getBytes(StandardCharsets.UTF_8);
    return new Indexed(new Sheet(organisation, needs, offers), json, Instant.EPOCH);
  }
}
