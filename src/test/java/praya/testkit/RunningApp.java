package praya.testkit;

import java.util.Set;

/** The whole program, started once for all tests that speak HTTP to it. */
public interface RunningApp {

  /** The one running program; started on the first call, stopped with the JVM. */
  static RunningApp shared() {
    throw new IllegalStateException("There is no program to start yet.");
  }

  /** Scheme, host and port, without a slash at the end. */
  String baseUri();

  /** An API key of the role staff. */
  String staffKey();

  /** All registered routes, such as {@code GET /api/v1/organisations/{id}}; pages included. */
  Set<String> routes();
}
