package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import java.util.Optional;

/** {@code SchemaMigrated}: the database has what the version that is asked for needs. */
final class SchemaMigratedCondition {

  static final String TYPE = "SchemaMigrated";
  static final String FAILED = "MigrationFailed";
  static final String MIGRATING = "Migrating";

  private SchemaMigratedCondition() {}

  static Verdict of(BoardObservation seen, Tier api, Optional<MessageBoardStatus> previous) {
    if (!seen.board().getSpec().migration().byJob()) {
      return FittingPods.verdict(seen, api, previous);
    }
    return seen.database()
        .migration()
        .map(job -> of(job, seen.database()))
        .orElseGet(
            () ->
                Verdict.unknown(
                    TYPE, "Waiting", "the migration begins when the database lets the board in"));
  }

  private static Verdict of(MigrationJob job, DatabaseSeen database) {
    return switch (job.told().state()) {
      case Complete -> Verdict.yes(TYPE, "SchemaFits", fits(job, database));
      case Failed ->
          Verdict.no(
              TYPE,
              FAILED,
              "Job %s failed, %s: correct the cause and change migration.trigger, the Secret or the image"
                  .formatted(job.name(), job.failure().map(Problem::message).orElse("")));
      case Running -> Verdict.no(TYPE, MIGRATING, running(job));
    };
  }

  private static String fits(MigrationJob job, DatabaseSeen database) {
    return database
        .schemaVersion()
        .or(() -> Optional.ofNullable(job.told().toVersion()))
        .map(version -> "the schema is at version " + version)
        .orElse("the schema fits");
  }

  private static String running(MigrationJob job) {
    return "Job %s is at work%s"
        .formatted(job.name(), job.failure().map(last -> ", after " + last.message()).orElse(""));
  }
}
