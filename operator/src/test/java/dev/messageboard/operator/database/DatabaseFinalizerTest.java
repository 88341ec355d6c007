package dev.messageboard.operator.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.database.DatabaseFinalizer.Step;
import dev.messageboard.operator.desired.Boards;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFinalizerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          provisioned: {server: a, reclaimPolicy: Delete} | false | false | false | SET
          provisioned: {server: a, reclaimPolicy: Delete} | true  | false | false | LEAVE
          provisioned: {server: a, reclaimPolicy: Delete} | false | true  | false | LEAVE
          provisioned: {server: a, reclaimPolicy: Delete} | false | false | true  | LEAVE
          provisioned: {server: a, reclaimPolicy: Delete} | true  | false | true  | LEAVE
          provisioned: {server: a, reclaimPolicy: Retain} | false | false | false | LEAVE
          provisioned: {server: a, reclaimPolicy: Retain} | true  | false | false | REMOVE
          provisioned: {server: a, reclaimPolicy: Retain} | true  | true  | false | LEAVE
          provisioned: {server: a, reclaimPolicy: Retain} | true  | false | true  | LEAVE
          provisioned: {server: a}                        | false | false | false | LEAVE
          embedded: {reclaimPolicy: Delete}               | false | false | false | LEAVE
          external: {secretRef: {name: a}}                | false | false | false | LEAVE
          """)
  void aLivingBoardThatIsNotPausedHasItExactlyWhenItsDatabaseGoesWithIt(
      String database, boolean isSet, boolean isPaused, boolean isDeleted, Step step) {
    assertThat(DatabaseFinalizer.step(board(database, isSet, isPaused, isDeleted))).isEqualTo(step);
  }

  @ParameterizedTest
  @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
  void aDeletedBoardWaitsForItsDatabaseWhileItHasIt(
      boolean isSet, boolean isDeleted, boolean holds) {
    var board = board("provisioned: {server: a, reclaimPolicy: Delete}", isSet, false, isDeleted);
    assertThat(DatabaseFinalizer.holds(board)).isEqualTo(holds);
  }

  private static MessageBoard board(
      String database, boolean isSet, boolean isPaused, boolean isDeleted) {
    var board =
        Boards.of("{version: '1', paused: %s, database: {%s}}".formatted(isPaused, database));
    board.getMetadata().setFinalizers(isSet ? List.of("a/b", DatabaseFinalizer.NAME) : List.of());
    board.getMetadata().setDeletionTimestamp(isDeleted ? "2026-11-22T00:00:00Z" : null);
    return board;
  }
}
