package praya.search;

/** The folder of the index is open already, in another process or in this one. */
public final class IndexInUse extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  IndexInUse(String message, Throwable cause) {
    super(message, cause);
  }
}
