package praya.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import praya.domain.MailAddress;
import praya.privacy.Perishable;
import praya.privacy.PersonalRecords;
import praya.privacy.Retention;

/** The letters to an account's address, as personal records. */
public final class LetterRecords implements PersonalRecords, Perishable {
  private final MailService mail;
  private final Function<UUID, Optional<MailAddress>> addresses;

  /**
   * Letters of this outbox.
   *
   * @param addresses the present address of an account
   */
  public LetterRecords(MailService mail, Function<UUID, Optional<MailAddress>> addresses) {
    this.mail = mail;
    this.addresses = addresses;
  }

  @Override
  public String name() {
    return "letters";
  }

  @Override
  public List<Map<String, String>> of(UUID account) {
    return addresses.apply(account).map(mail::listTo).orElse(List.of()).stream()
        .map(entry ->
            Map.of(
                "template",
                entry.template().code(),
                "language",
                entry.language().tag(),
                "createdAt",
                entry.createdAt().toString(),
                "state",
                entry.progress().state().code()))
        .toList();
  }

  @Override
  public void erase(UUID account) {
    addresses.apply(account).ifPresent(mail::forgetTo);
  }

  @Override
  public Retention retention() {
    return Retention.LETTERS;
  }

  @Override
  public int deleteBefore(Instant moment) {
    return mail.forgetBefore(moment);
  }
}
