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
    String fingerprintKey) {

  public String endpoint() {
    return host + ":" + port;
  }

  String jdbcUrl() {
    return "jdbc:mysql://" + endpoint() + "/" + database + "?sslMode=REQUIRED";
  }

  @Override
  public String toString() {
    return "Binding[" + endpoint() + "/" + database + "]";
  }
}
