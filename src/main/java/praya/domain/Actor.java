package praya.domain;

/**
 * Who acts: a person, a program by its key, or Praya itself.
 *
 * @param name shown in the audit; {@code key:NAME} for programs, {@code praya:VERB} for commands
 */
public record Actor(String name, Role role) {
  public static final Actor ANYONE = new Actor("anyone", Role.ANYONE);

  /** A command that somebody with access to the data folder runs. */
  public static Actor command(String verb) {
    return new Actor("praya:" + verb, Role.STAFF);
  }

  public boolean isStaff() {
    return role == Role.STAFF;
  }

  public Viewer viewer() {
    return isStaff() ? Viewer.STAFF : Viewer.ANYONE;
  }
}
