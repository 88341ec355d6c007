package dev.messageboard.operator.database;

import dev.messageboard.operator.database.migration.Migration;
import dev.messageboard.operator.desired.Binding;
import dev.messageboard.operator.desired.EmbeddedPasswords;
import dev.messageboard.operator.desired.SchemaGate;
import dev.messageboard.operator.status.DatabaseCheck;
import dev.messageboard.operator.status.DatabaseSeen;
import dev.messageboard.operator.status.DatabaseServer;
import dev.messageboard.operator.status.Problem;
import java.util.Optional;

/**
 * What became of a board's choice of database.
 *
 * @param binding that the pods get: the last one that was accepted
 * @param migration where its schema stands
 * @param isMade the operator has made it since the last look
 */
public record Resolution(
    Optional<Binding> binding,
    Optional<EmbeddedPasswords> passwords,
    Optional<Problem> problem,
    Optional<DatabaseCheck> check,
    Migration migration,
    boolean isMade) {

  Resolution(
      Optional<Binding> binding,
      Optional<EmbeddedPasswords> passwords,
      Optional<Problem> problem,
      Optional<DatabaseCheck> check) {
    this(binding, passwords, problem, check, Migration.CLOSED, false);
  }

  Resolution with(Migration found) {
    return new Resolution(binding, passwords, problem, check, found, isMade);
  }

  /** The same, of a database that was made just now. */
  Resolution made(boolean isSo) {
    return new Resolution(binding, passwords, problem, check, migration, isSo);
  }

  /** What may be done while the schema is on its way. */
  public SchemaGate gate() {
    return migration.gate();
  }

  /** How many connections the server admitted at the last login. */
  public Optional<Integer> maxConnections() {
    return check.flatMap(DatabaseCheck::server).map(DatabaseServer::maxConnections);
  }

  /** The part of it that the status tells. */
  public DatabaseSeen seen() {
    return new DatabaseSeen(binding.map(Binding::endpoint), check, migration.current())
        .made(isMade);
  }
}
