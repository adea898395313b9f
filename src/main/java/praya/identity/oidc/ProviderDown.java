package praya.identity.oidc;

/** A provider that cannot be asked at the moment, or that answers what nobody can use. */
public final class ProviderDown extends Exception {
  private static final long serialVersionUID = 1L;

  ProviderDown(String message, Throwable cause) {
    super(message, cause);
  }

  ProviderDown(String message) {
    super(message);
  }
}
