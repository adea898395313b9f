package praya.search;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.AttributeSource;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import praya.domain.Classification;
import praya.domain.ComputeReport;
import praya.domain.Exchange;
import praya.domain.LocalText;
import praya.domain.Organisation;
import praya.domain.Profile;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.search.HitRecord.Text;

/** How an organisation stands in the index of an audience: all that is on the sheet is in it. */
final class OrganisationDocument {
  private static final FieldType WORDS = type(IndexOptions.DOCS_AND_FREQS);
  private static final FieldType MARKS = type(IndexOptions.DOCS);

  /** Seconds since 1970 fit in 36 bits until the year 4147; the year of founding stands above. */
  private static final int SECOND_BITS = 36;

  private final Taxonomy taxonomy;
  private final Indexed indexed;
  private final Organisation organisation;
  private final Document document = new Document();
  private final AttributeSource attributes = new AttributeSource();
  private final Bag bag;
  private final List<Text> texts = new ArrayList<>();

  private OrganisationDocument(Indexed indexed, Taxonomy taxonomy, Scribe scribe) {
    this.indexed = indexed;
    this.organisation = indexed.sheet().organisation();
    this.taxonomy = taxonomy;
    this.bag = new Bag(scribe);
  }

  static Document of(Indexed indexed, Scribes scribes, BytesRef fingerprint) {
    Taxonomy taxonomy = scribes.glossary().taxonomy();
    Document document =
        scribes.with(scribe -> new OrganisationDocument(indexed, taxonomy, scribe).build());
    document.add(new BinaryDocValuesField(Fields.FINGERPRINT, fingerprint));
    return document;
  }

  static BytesRef key(UUID id) {
    ByteBuffer bytes = ByteBuffer.allocate(16);
    bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    return new BytesRef(bytes.array());
  }

  private Document build() {
    Profile profile = organisation.profile();
    local(profile.name(), Source.NAME_EN, Source.NAME_ZH_HANT, Source.NAME_ZH_HANS);
    profile.aliases().forEach(alias -> text(Source.ALIAS, alias));
    local(profile.summary(), Source.SUMMARY_EN, Source.SUMMARY_ZH_HANT, Source.SUMMARY_ZH_HANS);
    indexed
        .sheet()
        .offers()
        .forEach(offer -> exchange(offer, Source.OFFER_TITLE, Source.OFFER_TEXT));
    indexed.sheet().needs().forEach(need -> exchange(need, Source.NEED_TITLE, Source.NEED_TEXT));
    text(Source.WEBSITE, host(profile.website()));
    ComputeReport report = organisation.entry().computeReported();
    if (report != null) {
      each(report.fact(), Source.COMPUTE_REPORT);
    }
    campus();
    terms();
    facets();
    ties();
    columns();
    words();
    return document;
  }

  private void exchange(Exchange exchange, Source title, Source text) {
    each(exchange.content().wording().title(), title);
    each(exchange.content().wording().text(), text);
  }

  private void local(LocalText text, Source en, Source zhHant, Source zhHans) {
    text(en, text.en());
    text(zhHant, text.zhHant());
    text(zhHans, text.zhHans());
  }

  private void each(LocalText text, Source source) {
    local(text, source, source, source);
  }

  private void text(Source source, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      texts.add(new Text(source, text));
      bag.add(source, text);
    }
  }

  /** The source's words, and their translation where the taxonomy has one. */
  private void campus() {
    String relation = organisation.entry().campus().relation();
    if (relation == null) {
      return;
    }
    text(Source.CAMPUS, relation);
    for (var term : taxonomy.list(Vocabulary.CAMPUS_RELATIONS)) {
      if (relation.equals(term.label().en())) {
        text(Source.CAMPUS, term.label().zhHant());
        text(Source.CAMPUS, term.label().zhHans());
      }
    }
  }

  private static @Nullable String host(@Nullable String website) {
    if (website == null) {
      return null;
    }
    try {
      String host = new URI(website).getHost();
      return host == null || !host.startsWith("www.") ? host : host.substring(4);
    } catch (URISyntaxException unreadable) {
      return null; // an address that no browser opens is no word to search for
    }
  }

  /** Labels and synonyms of the codes, and a mark for each code and each group above it. */
  private void terms() {
    Classification codes = organisation.profile().classification();
    codes.capabilities().forEach(code -> term(Vocabulary.CAPABILITIES, code));
    codes.sectors().forEach(code -> term(Vocabulary.SECTORS, code));
    codes.layers().forEach(code -> term(Vocabulary.LAYERS, code));
    term(Vocabulary.KINDS, organisation.profile().kind());
  }

  private void term(Vocabulary vocabulary, String code) {
    bag.add(vocabulary, code);
  }

  private void facets() {
    Classification codes = organisation.profile().classification();
    Set<String> values = new LinkedHashSet<>();
    values.add(facet(Facet.KIND, organisation.profile().kind()));
    codes.layers().forEach(code -> values.add(facet(Facet.LAYER, code)));
    codes.sectors().forEach(code -> values.add(facet(Facet.SECTOR, code)));
    for (String code : codes.capabilities()) {
      taxonomy
          .selfAndAncestors(Vocabulary.CAPABILITIES, code)
          .forEach(each -> values.add(facet(Facet.CAPABILITY, each)));
    }
    values.add(facet(Facet.MEMBER, organisation.entry().campus().membership()));
    values.add(facet(Facet.HOLDS_ALLOCATION, String.valueOf(organisation.holdsAllocation())));
    values.add(facet(Facet.FICTIONAL, String.valueOf(organisation.fictional())));
    for (String value : values) {
      document.add(new SortedSetDocValuesField(Fields.FACET, new BytesRef(value)));
    }
    marks(Fields.FACET, values);
  }

  static String facet(Facet facet, String code) {
    return facet.jsonName() + "/" + code;
  }

  private void ties() {
    Set<String> ties = new LinkedHashSet<>();
    for (Exchange offer : indexed.sheet().offers()) {
      capabilities(offer.content().topic().capabilities(), Candidates.OFFERS, ties);
    }
    for (Exchange need : indexed.sheet().needs()) {
      capabilities(need.content().topic().capabilities(), Candidates.NEEDS, ties);
    }
    capabilities(organisation.profile().classification().capabilities(), Candidates.CAPABLE, ties);
    marks(Fields.TIE, ties);
  }

  private void capabilities(List<String> codes, String prefix, Set<String> ties) {
    for (String code : codes) {
      taxonomy
          .selfAndAncestors(Vocabulary.CAPABILITIES, code)
          .forEach(each -> ties.add(prefix + each));
    }
  }

  private void columns() {
    document.add(new StringField(Fields.ID, key(organisation.id()), Field.Store.NO));
    document.add(new SortedDocValuesField(Fields.SLUG, new BytesRef(organisation.slug())));
    for (NameOrder order : NameOrder.values()) {
      document.add(new SortedDocValuesField(order.field(), order.key(organisation)));
    }
    Integer year = organisation.profile().foundedOrIntakeYear();
    long second = Math.clamp(indexed.created().getEpochSecond(), 0, (1L << SECOND_BITS) - 1);
    document.add(
        new NumericDocValuesField(
            Fields.NEWEST, ((year == null ? 0L : year) << SECOND_BITS) | second));
    Instant confirmed = organisation.entry().origin().confirmedAt();
    document.add(
        new NumericDocValuesField(
            Fields.CONFIRMED, confirmed == null ? Long.MIN_VALUE : confirmed.toEpochMilli()));
    document.add(new BinaryDocValuesField(Fields.JSON, new BytesRef(indexed.json())));
    HitRecord record = new HitRecord(organisation.id(), organisation.slug(), texts);
    document.add(new BinaryDocValuesField(Fields.RECORD, new BytesRef(record.toBytes())));
  }

  private void words() {
    Bag.Weighed weighed = bag.weighed();
    document.add(new Field(Fields.BAG, stream(weighed.written(), weighed.weights()), WORDS));
    document.add(new Field(Fields.NAME, stream(Bag.bytes(bag.names()), null), WORDS));
    marks(Fields.SPELL, weighed.spelled());
    marks(Fields.EXACT, bag.exact());
    marks(Fields.PREFIX, bag.prefixes());
    marks(Fields.SOUND, bag.sounds());
    Wishes wishes = Wishes.of(indexed.sheet());
    if (!wishes.isEmpty()) {
      marks(Fields.WISH, wishes.keys());
      document.add(new BinaryDocValuesField(Fields.WISHES, new BytesRef(wishes.toBytes())));
    }
  }

  private void marks(String field, Set<String> values) {
    marks(field, Bag.bytes(values));
  }

  private void marks(String field, BytesRef[] values) {
    if (values.length > 0) {
      document.add(new Field(field, stream(values, null), MARKS));
    }
  }

  private WordStream stream(BytesRef[] words, int @Nullable [] weights) {
    return new WordStream(attributes, words, weights);
  }

  private static FieldType type(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(options == IndexOptions.DOCS);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }
}
