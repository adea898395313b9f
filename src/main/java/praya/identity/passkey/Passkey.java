package praya.identity.passkey;

import com.yubico.webauthn.data.ByteArray;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The public half of a key pair on somebody's device.
 *
 * @param id of the credential, which the authenticator chose
 * @param counter what the authenticator counted to; 0 from those that do not count
 */
record Passkey(
    ByteArray id,
    UUID account,
    String name,
    ByteArray publicKey,
    long counter,
    Instant createdAt,
    @Nullable Instant lastUsedAt) {}
