/**
 * Passkeys: key pairs on people's devices, by which they sign in without a name. The ceremonies of
 * WebAuthn are checked by a library behind {@link praya.identity.passkey.PasskeyService}; questions
 * lie in PostgreSQL, bound to one browser, and are answered once.
 */
@NullMarked
package praya.identity.passkey;

import org.jspecify.annotations.NullMarked;
