/**
 * Sign-in with accounts elsewhere, and bearer tokens of others, by OpenID Connect. {@link
 * praya.identity.oidc.ProviderService} begins and ends a sign-in, {@link
 * praya.identity.oidc.ProviderClient} speaks to one provider through {@link
 * praya.identity.oidc.Outgoing}, {@link praya.identity.oidc.TokenService} recognises tokens. Who
 * somebody is there is kept as issuer and subject; what they may do here is never taken from there.
 */
@NullMarked
package praya.identity.oidc;

import org.jspecify.annotations.NullMarked;
