package dev.messageboard.operator.status;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.api.v1alpha1.MigrationState;
import dev.messageboard.operator.api.v1alpha1.MigrationStatus;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Events of the schema: a Job began, tries again, and how it ended. */
final class MigrationNews {

  private MigrationNews() {}

  static Stream<Notice> of(Turn turn) {
    var now = turn.after().migration();
    if (now == null) {
      return Stream.empty();
    }
    var before =
        turn.before().map(MessageBoardStatus::migration).filter(m -> now.job().equals(m.job()));
    return Stream.of(started(now, before), retried(now, before), ended(now, before))
        .flatMap(Optional::stream);
  }

  private static Optional<Notice> started(MigrationStatus now, Optional<MigrationStatus> before) {
    return before.isEmpty()
        ? Optional.of(Notice.normal("MigrationStarted", "Job %s".formatted(now.job())))
        : Optional.empty();
  }

  private static Optional<Notice> retried(MigrationStatus now, Optional<MigrationStatus> before) {
    return before
        .filter(old -> now.state() == MigrationState.Running)
        .filter(old -> now.message() != null && !now.message().equals(old.message()))
        .map(old -> Notice.warning("MigrationRetry", told(now)));
  }

  private static Optional<Notice> ended(MigrationStatus now, Optional<MigrationStatus> before) {
    if (before.filter(old -> old.state() == now.state()).isPresent()) {
      return Optional.empty();
    }
    return switch (now.state()) {
      case Complete ->
          Optional.of(
              Notice.normal(
                  "MigrationCompleted",
                  "the schema is at version " + Objects.requireNonNullElse(now.toVersion(), "?")));
      case Failed -> Optional.of(Notice.warning("MigrationFailed", told(now)));
      case Running -> Optional.empty();
    };
  }

  private static String told(MigrationStatus now) {
    return "Job %s: %s".formatted(now.job(), Objects.requireNonNullElse(now.message(), "failed"));
  }
}
