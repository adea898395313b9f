package praya;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import praya.alert.AlertRecords;
import praya.demand.TallyRecords;
import praya.domain.MailAddress;
import praya.http.PageContext;
import praya.http.Routes;
import praya.identity.AccountRecords;
import praya.mail.LetterRecords;
import praya.privacy.ConsentGate;
import praya.privacy.ConsentService;
import praya.privacy.IdleAccounts;
import praya.privacy.PersonalDataService;
import praya.privacy.PrivacyPages;
import praya.privacy.PrivacyRoutes;
import praya.privacy.RetentionJob;
import praya.stewardship.StewardRecords;

/** What the law asks for, put together from the parts that keep something about people. */
final class Privacy {
  /** Often enough that a day's work is a day's work wherever the clock of the start stood. */
  private static final Duration PERIOD = Duration.ofDays(1);

  private final PrivacySettings settings;
  private final ConsentService consents;
  private final PersonalDataService data;

  Privacy(PrivacySettings settings, Core core) {
    this.settings = settings;
    this.consents = new ConsentService(core.database(), core.journal(), core.clock());
    var person = new AccountRecords(core.database(), core.clock());
    var letters =
        new LetterRecords(
            core.mail(),
            account ->
                core.accounts()
                    .find(account)
                    .flatMap(found -> Optional.ofNullable(found.person().email()))
                    .flatMap(MailAddress::find));
    var requests = new StewardRecords(core.database());
    var alerts = new AlertRecords(core.database());
    var searches = new TallyRecords(core.database());
    // The account comes last: letters are found by its address.
    this.data =
        new PersonalDataService(
            core.database(),
            core.journal(),
            List.of(consents, requests, alerts, letters, person),
            core.clock());
    var idle = new IdleAccounts(person::idleSince, data);
    var retention =
        new RetentionJob(
            core.database(),
            core.journal(),
            List.of(person, letters, requests, alerts, searches, idle),
            settings.days(),
            core.clock());
    core.jobs().every("retention", PERIOD, retention::run);
  }

  ConsentGate gate() {
    return new ConsentGate(consents);
  }

  void add(Routes routes, PageContext pages) {
    var terms = new PrivacyPages.Terms(settings.days(), settings.contact().orElse(null));
    new PrivacyPages(consents, data, terms, pages).add(routes);
    new PrivacyRoutes(data).add(routes);
  }
}
