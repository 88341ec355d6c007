package dev.messageboard.operator.desired;

/** How a board's pods reach its database. */
public record Binding(String host, int port, String database, String username, String password) {

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
