package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.desired.ConnectionBudget;
import java.util.Optional;

/**
 * The database as the operator knows it.
 *
 * @param endpoint host and port that the pods are given
 * @param migration the Job that brings the schema, or brought it
 * @param check the last login; absent before the first one and where nobody checks
 * @param connections that the board may open
 * @param isMade the operator has made it since the last look
 */
public record DatabaseSeen(
    Optional<String> endpoint,
    Optional<DatabaseCheck> check,
    Optional<MigrationJob> migration,
    Optional<ConnectionBudget> connections,
    boolean isMade) {

  /** Before its connections are counted. */
  public DatabaseSeen(
      Optional<String> endpoint, Optional<DatabaseCheck> check, Optional<MigrationJob> migration) {
    this(endpoint, check, migration, Optional.empty(), false);
  }

  /** Of a board without a Job. */
  public DatabaseSeen(Optional<String> endpoint, Optional<DatabaseCheck> check) {
    this(endpoint, check, Optional.empty());
  }

  static final String BEHIND = "SchemaBehind";
  static final String AHEAD = "SchemaAhead";
  static final String NOBODY_MIGRATED =
      "the database has no schema and migration.mode is Disabled: run the API image's command"
          + " migrate on it";

  /** The same, with the connections that the board may open. */
  public DatabaseSeen with(ConnectionBudget budget) {
    return new DatabaseSeen(endpoint, check, migration, Optional.of(budget), isMade);
  }

  /** The same, of a database that the operator has just made. */
  public DatabaseSeen made(boolean isSo) {
    return new DatabaseSeen(endpoint, check, migration, connections, isSo);
  }

  boolean isLetIn() {
    return check.filter(DatabaseCheck::isAccepted).isPresent();
  }

  /** One that began before the Job was done does not know what it brought. */
  boolean isLoginAfterTheMigration() {
    return migration
        .filter(job -> job.is(MigrationState.Complete))
        .filter(job -> check.filter(login -> login.occasion().contains(job.uid())).isEmpty())
        .isEmpty();
  }

  /** What the server told at the last login, if that was let in. */
  public Optional<DatabaseServer> server() {
    return check.flatMap(DatabaseCheck::server);
  }

  /** The version in Flyway's history at the last login. */
  Optional<String> schemaVersion() {
    return server().flatMap(DatabaseServer::schemaVersion);
  }
}
