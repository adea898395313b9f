package praya.mail;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import praya.domain.MailAddress;
import praya.store.Vault;

/** Seals what goes into the outbox and opens what comes out; each column of each row by itself. */
final class Outbox {
  private final Supplier<Vault> vault;

  Outbox(Supplier<Vault> vault) {
    this.vault = vault;
  }

  OutboxStore.Row seal(UUID id, Letter letter, LetterText text, Instant now) {
    var sealed =
        new OutboxStore.Sealed(
            vault.get().seal(recipientOf(id), letter.to().text()),
            vault.get().seal(bodyOf(id), text.json()));
    @Nullable Instant expires = letter.template().life().map(now::plus).orElse(null);
    return new OutboxStore.Row(
        id,
        letter.template(),
        letter.language(),
        sealed,
        now,
        expires,
        new OutboxEntry.Progress(OutboxEntry.State.QUEUED, 0, now, null, null));
  }

  MailAddress recipient(OutboxStore.Row row) {
    return new MailAddress(vault.get().open(recipientOf(row.id()), row.sealed().recipient()));
  }

  /** What is written; null when it was sent. */
  @Nullable LetterText text(OutboxStore.Row row) {
    byte[] body = row.sealed().body();
    return body == null ? null : LetterText.of(vault.get().open(bodyOf(row.id()), body));
  }

  OutboxEntry entry(OutboxStore.Row row) {
    return new OutboxEntry(
        row.id(),
        row.template(),
        row.language(),
        recipient(row).text(),
        row.createdAt(),
        row.expiresAt(),
        row.progress());
  }

  private static String recipientOf(UUID id) {
    return "outbox_mail.recipient/" + id;
  }

  private static String bodyOf(UUID id) {
    return "outbox_mail.body/" + id;
  }
}
