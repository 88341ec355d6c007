package dev.messageboard.operator.desired;

import java.util.Optional;

/**
 * How a board's pods reach its database.
 *
 * @param password empty where tokens of IAM take its place
 * @param migration who changes the schema, if it is not who uses it
 * @param fingerprintKey known only to who may read the password too; made once
 */
public record Binding(
    String host,
    int port,
    String database,
    String username,
    String password,
    Tls tls,
    Optional<Credentials> migration,
    String fingerprintKey) {

  /** Of a board whose user also changes the schema. */
  public Binding(
      String host,
      int port,
      String database,
      String username,
      String password,
      Tls tls,
      String fingerprintKey) {
    this(host, port, database, username, password, tls, Optional.empty(), fingerprintKey);
  }

  /** The same, with somebody else to change the schema. */
  public Binding withMigration(Optional<Credentials> other) {
    return new Binding(host, port, database, username, password, tls, other, fingerprintKey);
  }

  /** Whether the pods make tokens of IAM to log in. */
  public boolean isByIam() {
    return password.isEmpty();
  }

  public String endpoint() {
    return host + ":" + port;
  }

  /** The same for all who may not read the password. */
  public Binding withoutFingerprintKey() {
    return new Binding(host, port, database, username, password, tls, migration, "");
  }

  /** What a server sees of it: equal for equal logins. */
  public Binding withoutKey() {
    return new Binding(host, port, database, username, password, tls, Optional.empty(), "");
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
