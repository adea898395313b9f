package praya.stewardship;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import praya.domain.Organisation;
import praya.domain.Viewer;
import praya.http.Texts;
import praya.mail.MailTemplate;
import praya.organisation.OrganisationService;
import praya.store.Database;

/**
 * The yearly question whether a profile is still true. It goes to every member of an organisation
 * that nobody confirmed for a year, at most every thirty days, until somebody confirms it or the
 * member wants no reminders.
 */
public final class ReminderService {
  /** What people call lately, of a company's profile. */
  private static final Duration FRESH = Duration.ofDays(365);

  private static final Duration PAUSE = Duration.ofDays(30);

  private final Database database;
  private final ReminderStore store;
  private final MemberStore members;
  private final OrganisationService organisations;
  private final Writing writing;
  private final Clock clock;

  /** The words of dates, and where letters go. */
  public record Writing(Supplier<Texts> texts, Post post) {}

  public ReminderService(
      Database database, OrganisationService organisations, Writing writing, Clock clock) {
    this.database = database;
    this.store = new ReminderStore(database);
    this.members = new MemberStore(database);
    this.organisations = organisations;
    this.writing = writing;
    this.clock = clock;
  }

  /** Writes the letters that are due; the number of them. Each is a transaction of its own. */
  public int remind() {
    Instant now = clock.instant();
    List<ReminderStore.Due> due = store.list(now.minus(FRESH), now.minus(PAUSE));
    due.forEach(each -> database.inTransaction(() -> write(each, now)));
    return due.size();
  }

  private ReminderStore.Due write(ReminderStore.Due due, Instant now) {
    store.mark(due, now);
    Optional<Organisation> organisation =
        organisations.list(Set.of(due.organisation()), Viewer.STAFF).stream().findFirst();
    Optional<Steward> member =
        members.list(due.organisation()).stream()
            .filter(steward -> steward.account().equals(due.account()))
            .findFirst();
    if (organisation.isPresent() && member.isPresent()) {
      Steward steward = member.get();
      String name = organisation.get().name(steward.language());
      String day = writing.texts().get().in(steward.language()).date(due.since());
      String key =
          "still-true/" + due.organisation() + "/" + due.account() + "/" + now.getEpochSecond();
      Letters.to(steward, organisation.get())
          .write(key, MailTemplate.STILL_TRUE, List.of(name, day), "/edit")
          .ifPresent(writing.post()::put);
    }
    return due;
  }

  boolean areWanted(UUID account) {
    return store.areWanted(account);
  }

  void want(UUID account, boolean wanted) {
    database.inTransaction(() -> {
      if (wanted) {
        store.resume(account);
      } else {
        store.stop(account, clock.instant());
      }
      return account;
    });
  }
}
