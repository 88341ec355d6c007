package dev.messageboard.api.database;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.internal.exception.FlywayMigrateException;

/** Brings a database to the schema of this code. Safe to call from several pods at once. */
final class Schema {

  private static final Set<MigrationState> LACKING =
      EnumSet.of(MigrationState.PENDING, MigrationState.FAILED);

  private final Flyway flyway;

  Schema(Flyway flyway) {
    this.flyway = flyway;
  }

  /** The version that the database has; none if it was never migrated. */
  Optional<String> version() {
    return Optional.ofNullable(flyway.info().current())
        .map(MigrationInfo::getVersion)
        .map(MigrationVersion::getVersion);
  }

  /** The version of a database that has all that this code asks for, and perhaps more. */
  Optional<String> fitting() {
    boolean lacksSome =
        Arrays.stream(flyway.info().all()).map(MigrationInfo::getState).anyMatch(LACKING::contains);
    return lacksSome ? Optional.empty() : version();
  }

  /** In one line: which migration failed, and what the database said. */
  static String told(Throwable failure) {
    String cause = InnermostCause.of(failure);
    return failure instanceof FlywayMigrateException migrating
        ? "%s: %s (MySQL error %d)"
            .formatted(migrating.getMigration().getScript(), cause, migrating.getSqlErrorCode())
        : cause;
  }

  /** Returns the version that the database has afterwards, whoever brought it there. */
  String migrate() {
    try {
      flyway.migrate();
      return flyway.info().current().getVersion().getVersion();
    } catch (FlywayException failure) {
      forgetFailedMigration();
      throw failure;
    }
  }

  /**
   * A failed migration blocks all later attempts until its line in the history is removed. Each of
   * ours is one atomic statement, so a failed one has changed nothing and may run again.
   */
  private void forgetFailedMigration() {
    boolean failed =
        Arrays.stream(flyway.info().all())
            .map(MigrationInfo::getState)
            .anyMatch(MigrationState.FAILED::equals);
    if (failed) {
      flyway.repair();
    }
  }
}
