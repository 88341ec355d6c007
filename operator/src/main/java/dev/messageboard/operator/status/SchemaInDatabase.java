package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.desired.Component;
import java.util.Optional;

/** A database that answers can still be of another time: restored, made anew, or ahead of us. */
final class SchemaInDatabase {

  private SchemaInDatabase() {}

  static Verdict judge(BoardObservation seen, Verdict login) {
    var database = seen.database();
    if (!login.isTrue()) {
      return login;
    }
    if (!seen.board().getSpec().migration().byJob()) {
      return database.schemaVersion().isPresent()
          ? login
          : Verdict.no(login.type(), DatabaseSeen.BEHIND, DatabaseSeen.NOBODY_MIGRATED);
    }
    return behind(seen, login).or(() -> ahead(database, login)).orElse(login);
  }

  /** Pods serve, and the database has lost what they need: a Job brings it back. */
  private static Optional<Verdict> behind(BoardObservation seen, Verdict login) {
    var database = seen.database();
    var isServed = seen.deployment(Component.API).isPresent();
    return isServed && database.schemaVersion().isEmpty() && database.isLoginAfterTheMigration()
        ? Optional.of(
            Verdict.no(
                login.type(),
                DatabaseSeen.BEHIND,
                "the database has lost its schema: it is migrated anew, what it held has to be"
                    + " restored"))
        : Optional.empty();
  }

  private static Optional<Verdict> ahead(DatabaseSeen database, Verdict login) {
    return database
        .migration()
        .filter(job -> job.is(MigrationState.Complete))
        .filter(job -> job.isSurpassedIn(database.schemaVersion()))
        .map(
            job ->
                Verdict.yes(
                    login.type(),
                    DatabaseSeen.AHEAD,
                    "the schema is at version %s, newer than the %s of this version of the board, which works with it"
                        .formatted(
                            database.schemaVersion().orElseThrow(), job.told().toVersion())));
  }
}
