package praya.postgres;

/**
 * Where a database is and who may use it.
 *
 * @param url JDBC URL; user and password are beside it, unless somebody put them into its query
 */
public record PostgresConnection(String url, String user, String password) {

  /** Leaves passwords out, so that they cannot end in a log. */
  @Override
  public String toString() {
    String shown = url.replaceAll("password=[^&]*", "password=***");
    return "PostgresConnection[url=" + shown + ", user=" + user + "]";
  }
}
