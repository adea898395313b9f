package praya.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import praya.domain.Exchange;
import praya.domain.Language;
import praya.domain.Taxonomy;
import praya.domain.Vocabulary;
import praya.http.Phrase;

/** A need or an offer as a page shows it. */
public record ExchangeItem(
    Exchange exchange,
    Phrase title,
    @Nullable Phrase text,
    Phrase kind,
    List<Tag> topics,
    boolean open) {
  public ExchangeItem {
    topics = List.copyOf(topics);
  }

  public static ExchangeItem of(
      Exchange exchange, Taxonomy taxonomy, Language page, LocalDate today) {
    Exchange.Content content = exchange.content();
    List<Tag> topics = new ArrayList<>();
    topics.addAll(
        Tag.list(taxonomy, Vocabulary.CAPABILITIES, content.topic().capabilities(), page));
    topics.addAll(Tag.list(taxonomy, Vocabulary.SECTORS, content.topic().sectors(), page));
    return new ExchangeItem(
        exchange,
        Phrase.of(content.wording().title(), page, exchange.id()),
        Phrase.find(content.wording().text(), page),
        Phrase.label(taxonomy, Vocabulary.EXCHANGE, content.kind(), page),
        topics,
        exchange.isOpen(today));
  }
}
