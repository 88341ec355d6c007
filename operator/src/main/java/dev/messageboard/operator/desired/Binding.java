package dev.messageboard.operator.desired;

/**
 * How a board's pods reach its database.
 *
 * @param fingerprintKey known only to who may read the password too; made once
 */
public record Binding(
    String host,
    int port,
    String database,
    String username,
    String password,
    Tls tls,
    String fingerprintKey) {

  public String endpoint() {
    return host + ":" + port;
  }

  /** What a server sees of it: equal for equal logins. */
  public Binding withoutKey() {
    return new Binding(host, port, database, username, password, tls, "");
  }

  String jdbcUrl() {
    return "jdbc:mysql://%s/%s?sslMode=%s%s"
        .formatted(
            endpoint(),
            database,
            tls.sslMode(),
            tls.mayBeClearText() ? "&allowPublicKeyRetrieval=true" : "");
  }

  @Override
  public String toString() {
    return "Binding[" + endpoint() + "/" + database + "]";
  }
}
