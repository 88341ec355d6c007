package dev.messageboard.operator.status;

import java.util.Map;
import java.util.stream.Stream;

/** Events of what waits for a person; of a migration that failed {@link MigrationNews} tells. */
final class StalledNews {

  private static final Map<String, String> REASONS =
      Map.of(
          "InvalidSpec", "ValidationFailed",
          "NameConflict", "NameConflict",
          "ProgressDeadlineExceeded", "RolloutStalled");

  private StalledNews() {}

  static Stream<Notice> of(Turn turn) {
    return turn.toldAnew(StalledCondition.TYPE, "True").stream()
        .filter(stalled -> !SchemaMigratedCondition.FAILED.equals(stalled.getReason()))
        .map(
            stalled ->
                Notice.warning(
                    REASONS.getOrDefault(stalled.getReason(), stalled.getReason()),
                    stalled.getMessage()));
  }
}
