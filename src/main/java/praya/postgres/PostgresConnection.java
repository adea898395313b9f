package praya.postgres;

/**
 * Where a database is and who may use it.
 *
 * @param url JDBC URL without user and password
 */
public record PostgresConnection(String url, String user, String password) {

  /** Leaves the password out, so that it cannot end in a log. */
  @Override
  public String toString() {
    return "PostgresConnection[url=" + url + ", user=" + user + "]";
  }
}
