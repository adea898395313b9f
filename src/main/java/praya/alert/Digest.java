package praya.alert;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import praya.domain.Language;
import praya.domain.MailAddress;
import praya.http.Phrasebook;
import praya.http.Texts;
import praya.identity.Account;
import praya.identity.AccountService;
import praya.identity.Secret;
import praya.identity.SessionService;
import praya.mail.Letter;
import praya.mail.MailTemplate;
import praya.store.Database;
import praya.store.Vault;

/**
 * The letters with what is new: one to a person, with all their saved searches, at most one a day
 * or a week, from eight in the morning in Hong Kong. What its reader may no longer see when it is
 * written is not in it, and is not told later either.
 */
public final class Digest {
  /** The job that writes. */
  public static final String JOB = "digests";

  private static final ZoneId HONG_KONG = ZoneId.of("Asia/Hong_Kong");
  private static final LocalTime MORNING = LocalTime.of(8, 0);

  /** More than this is read on the page, to which the letter leads. */
  private static final int PER_SEARCH = 10;

  private static final int PER_LETTER = 500;

  private final Database database;
  private final SavedSearchStore searches;
  private final FindingStore findings;
  private final ChoiceStore choices;
  private final News news;
  private final Post post;
  private final Clock clock;

  /** Where letters go, who gets them, and the words of all languages. */
  public record Post(
      MailPort mail,
      AccountService accounts,
      SessionService sessions,
      Supplier<Texts> texts,
      Supplier<Vault> vault) {}

  /** Takes letters, in the transaction of the thread. */
  public interface MailPort {
    /** Takes a letter; one of the same key is left as it is. */
    boolean put(Letter letter);
  }

  public Digest(Database database, News news, Post post, Clock clock) {
    this.database = database;
    this.searches = new SavedSearchStore(database);
    this.findings = new FindingStore(database);
    this.choices = new ChoiceStore(database);
    this.news = news;
    this.post = post;
    this.clock = clock;
  }

  /** Writes the letters that are due; how many. Each is a transaction of its own. */
  public int write() {
    ZonedDateTime now = clock.instant().atZone(HONG_KONG);
    if (now.toLocalTime().isBefore(MORNING)) {
      return 0;
    }
    int count = 0;
    for (UUID account : choices.due(now.toLocalDate())) {
      count += post.accounts().find(account).map(found -> write(found, now)).orElse(0);
    }
    return count;
  }

  private int write(Account account, ZonedDateTime now) {
    Optional<MailAddress> address =
        Optional.ofNullable(account.person().email()).flatMap(MailAddress::find);
    if (account.isDisabled() || address.isEmpty()) {
      return 0;
    }
    List<Finding> untold = findings.untold(account.id(), PER_LETTER);
    List<SavedSearch> own = searches.list(account.id());
    List<News.Item> items = news.of(own, untold, post.sessions().actor(account).viewer());
    return database.inTransaction(() -> {
      if (!items.isEmpty() && choices.wrote(account.id(), now.toLocalDate()) != LetterChoice.OFF) {
        Language language = account.person().language();
        post.mail()
            .put(
                new Letter(
                    "alerts/" + account.id() + "/" + now.toLocalDate(),
                    address.get(),
                    language,
                    MailTemplate.ALERT_DIGEST,
                    List.of(Integer.toString(items.size())),
                    "/saved-searches",
                    new Letter.Enclosure(groups(own, items, language), stopPath(account.id()))));
      }
      findings.markTold(untold.stream().map(Finding::id).toList(), clock.instant());
      return items.isEmpty() ? 0 : 1;
    });
  }

  private List<Letter.Group> groups(
      List<SavedSearch> own, List<News.Item> items, Language language) {
    Phrasebook words = post.texts().get().in(language);
    List<Letter.Group> groups = new ArrayList<>();
    for (SavedSearch search : own) {
      List<News.Item> found =
          items.stream().filter(item -> item.finding().search().equals(search.id())).toList();
      if (found.isEmpty()) {
        continue;
      }
      List<Letter.Line> lines =
          found.stream()
              .limit(PER_SEARCH)
              .map(item -> new Letter.Line(line(item, words), item.path()))
              .collect(Collectors.toCollection(ArrayList::new));
      if (found.size() > PER_SEARCH) {
        lines.add(
            new Letter.Line(
                words.say("alerts.more", found.size() - PER_SEARCH), "/saved-searches"));
      }
      groups.add(new Letter.Group(search.name(), lines));
    }
    return groups;
  }

  static String line(News.Item item, Phrasebook words) {
    String name = item.organisation().name(words.language());
    if (item.finding().about().subject() == Finding.Subject.ORGANISATION) {
      return words.say("alerts.line.organisation", name);
    }
    String title = item.title().in(words.language());
    return words.say(
        "alerts.line." + item.finding().about().subject().code(),
        title == null ? name : title,
        name);
  }

  /** The link that ends the letters; the same in every letter, so that old ones work, too. */
  private String stopPath(UUID account) {
    String place = "alert_choice.stop/" + account;
    byte[] sealed = choices.sealedStop(account);
    if (sealed != null) {
      return StopPages.path(post.vault().get().open(place, sealed));
    }
    Secret secret = Secret.random("");
    choices.stop(
        account,
        new ChoiceStore.Stop(secret.hash(), post.vault().get().seal(place, secret.text())));
    return StopPages.path(secret.text());
  }
}
