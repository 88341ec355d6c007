package dev.messageboard.api.database;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings a database to the schema of this code. Safe to call from several pods at once. */
final class Schema {

  private final Flyway flyway;

  Schema(Flyway flyway) {
    this.flyway = flyway;
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
