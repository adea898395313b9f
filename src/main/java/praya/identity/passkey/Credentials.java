package praya.identity.passkey;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Passkeys as the library asks for them. The user handle of an account is its id, which says
 * nothing about a person.
 */
final class Credentials implements CredentialRepository {
  private final PasskeyStore store;

  Credentials(PasskeyStore store) {
    this.store = store;
  }

  static ByteArray handle(UUID account) {
    return new ByteArray(
        ByteBuffer.allocate(16)
            .putLong(account.getMostSignificantBits())
            .putLong(account.getLeastSignificantBits())
            .array());
  }

  /** The account of a handle; empty for what is none of ours. */
  static Optional<UUID> account(ByteArray handle) {
    if (handle.size() != 16) {
      return Optional.empty();
    }
    ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
    return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
  }

  /** What an account has, so that an authenticator makes no second one for it. */
  Set<PublicKeyCredentialDescriptor> descriptors(UUID account) {
    return store.list(account).stream()
        .map(passkey -> PublicKeyCredentialDescriptor.builder().id(passkey.id()).build())
        .collect(Collectors.toSet());
  }

  /** Nobody signs in by a name here, and the name that is shown for a new passkey is no key. */
  @Override
  public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
    return Set.of();
  }

  @Override
  public Optional<ByteArray> getUserHandleForUsername(String username) {
    return Optional.empty();
  }

  @Override
  public Optional<String> getUsernameForUserHandle(ByteArray userHandle) {
    return account(userHandle).map(UUID::toString);
  }

  @Override
  public Optional<RegisteredCredential> lookup(ByteArray credentialId, ByteArray userHandle) {
    return store
        .find(credentialId)
        .filter(passkey -> handle(passkey.account()).equals(userHandle))
        .map(Credentials::registered);
  }

  @Override
  public Set<RegisteredCredential> lookupAll(ByteArray credentialId) {
    return store.find(credentialId).map(Credentials::registered).stream()
        .collect(Collectors.toSet());
  }

  private static RegisteredCredential registered(Passkey passkey) {
    return RegisteredCredential.builder()
        .credentialId(passkey.id())
        .userHandle(handle(passkey.account()))
        .publicKeyCose(passkey.publicKey())
        .signatureCount(passkey.counter())
        .build();
  }
}
