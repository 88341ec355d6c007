package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.api.v1alpha1.MigrationStatus;
import dev.messageboard.operator.api.v1alpha1.Phase;
import dev.messageboard.operator.desired.Boards;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaMigratedConditionTest {

  @Test
  void beforeTheFirstLoginNobodyKnows() {
    assertThat(condition(told(null, null), "SchemaMigrated")).startsWith("Unknown Waiting");
  }

  @Test
  void aJobAtWorkIsMigratingAlsoWhileOlderPodsServe() {
    var status = told(MigrationState.Running, "9");
    assertThat(condition(status, "SchemaMigrated")).startsWith("False Migrating: Job j");
    assertThat(condition(status, "Ready")).startsWith("False Migrating");
    assertThat(status.phase()).isEqualTo(Phase.Migrating);
  }

  @Test
  void aFailedJobNeedsAPerson() {
    var status = told(MigrationState.Failed, "9");
    assertThat(condition(status, "SchemaMigrated")).startsWith("False MigrationFailed: Job j");
    assertThat(condition(status, "Stalled")).startsWith("True MigrationFailed");
    assertThat(status.phase()).isEqualTo(Phase.Degraded);
  }

  @Test
  void aDoneJobFitsAndAHistoryAheadOfItIsTold() {
    var fits = told(MigrationState.Complete, "11");
    assertThat(condition(fits, "SchemaMigrated")).contains("schema is at version 11");
    assertThat(condition(fits, "DatabaseReady")).startsWith("True Connected");
    assertThat(condition(fits, "Ready")).startsWith("True");
    assertThat(condition(told(MigrationState.Complete, "12"), "DatabaseReady"))
        .startsWith("True SchemaAhead");
  }

  @Test
  void aDatabaseThatLostItsSchemaUnderServingPodsIsBehind() {
    assertThat(condition(told(MigrationState.Running, null), "DatabaseReady"))
        .startsWith("False SchemaBehind");
  }

  @Test
  void aLoginFromBeforeTheMigrationDoesNotTellThatTheSchemaIsLost() {
    assertThat(condition(told(MigrationState.Complete, null), "DatabaseReady"))
        .startsWith("True Connected");
  }

  @Test
  void withoutJobsAnEmptyDatabaseIsBehind() {
    var seen = new DatabaseSeen(Optional.of("db:3306"), Optional.of(login(null)));
    var status = assemble(Seen.serving().board(Boards.external()).withoutPods().database(seen));
    assertThat(condition(status, "SchemaMigrated")).startsWith("False SchemaBehind");
    assertThat(condition(status, "DatabaseReady")).startsWith("False SchemaBehind");
  }

  private static MessageBoardStatus told(MigrationState state, String history) {
    var job =
        Optional.ofNullable(state)
            .map(
                found ->
                    new MigrationJob(
                        "u",
                        "j",
                        "t",
                        false,
                        new MigrationStatus(found, "j", "9", "11", 1, null, null, null),
                        Optional.empty()));
    var seen = new DatabaseSeen(Optional.of("db:3306"), Optional.of(login(history)), job);
    return assemble(Seen.serving().board(Boards.migrated()).database(seen));
  }

  private static DatabaseCheck login(String history) {
    return DatabaseCheck.connected(
        "in", new DatabaseServer("9.7.4", Optional.ofNullable(history), 151));
  }

  private static MessageBoardStatus assemble(Seen seen) {
    return new StatusAssembler(Clock.systemUTC()).assemble(seen.now(), Optional.empty());
  }

  private static String condition(MessageBoardStatus status, String type) {
    return status.conditions().stream()
        .filter(c -> type.equals(c.getType()))
        .map(c -> c.getStatus() + " " + c.getReason() + ": " + c.getMessage())
        .findFirst()
        .orElse("absent");
  }
}
