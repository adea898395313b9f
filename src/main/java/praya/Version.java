package praya;

import java.util.Objects;

/** The version of the program, from the jar's manifest. */
final class Version {
  /** Classes that run from a folder, as in tests, have no manifest. */
  static final String TEXT =
      Objects.requireNonNullElse(
          Version.class.getPackage().getImplementationVersion(), "development");

  private Version() {}
}
