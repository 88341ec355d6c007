package dev.messageboard.operator.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.api.v1alpha1.MigrationStatus;
import dev.messageboard.operator.desired.Boards;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A board that logs in by IAM, before its first pods. */
class ToldByJobTest {

  @ParameterizedTest
  @CsvSource({"IdentityUnavailable", "AccessDenied", "TlsFailure", "Timeout"})
  void theReasonOfTheFirstThatLoggedInIsTheDatabases(String reason) {
    assertThat(databaseReady("exit code 2 (Error): " + reason + ": something in detail"))
        .isEqualTo(
            "False %s: the last attempt of Job j could not work with the database; SchemaMigrated has its words"
                .formatted(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "exit code 1 (Error): MigrationFailed: V3 is wrong",
    "exit code 137 (OOMKilled): ",
    "exit code 1 (Error): it said AccessDenied: no"
  })
  void whatSaysNothingOfTheDatabaseLeavesItUnknown(String words) {
    assertThat(databaseReady(words)).startsWith("Unknown Connecting");
  }

  @Test
  void withoutAFailureNobodyKnowsYet() {
    assertThat(databaseReady(null)).startsWith("Unknown Connecting");
  }

  private static String databaseReady(String words) {
    var told = new MigrationStatus(MigrationState.Running, "j", "", "", 1, null, null, words);
    var failure = Optional.ofNullable(words).map(text -> new Problem("MigrationFailed", text));
    var job = new MigrationJob("u", "j", "t", false, told, failure);
    var seen = new DatabaseSeen(Optional.of("db:3306"), Optional.empty(), Optional.of(job));
    var board = Seen.serving().board(Boards.byIam("{}")).withoutPods().database(seen);
    var status = new StatusAssembler(Clock.systemUTC()).assemble(board.now(), Optional.empty());
    return condition(status);
  }

  private static String condition(MessageBoardStatus status) {
    return status.conditions().stream()
        .filter(c -> "DatabaseReady".equals(c.getType()))
        .map(c -> c.getStatus() + " " + c.getReason() + ": " + c.getMessage())
        .findFirst()
        .orElse("absent");
  }
}
