package dev.messageboard.operator.status;

import io.fabric8.kubernetes.api.model.Condition;
import java.util.Optional;
import java.util.stream.Stream;

/** Events of pods that are being replaced. */
final class RolloutNews {

  private RolloutNews() {}

  static Stream<Notice> of(Turn turn) {
    var rolling = rolling(turn.now(ReconcilingCondition.TYPE, "True"));
    var wasRolling = rolling(turn.earlier(ReconcilingCondition.TYPE, "True")).isPresent();
    var wasStalled = late(turn.earlier(StalledCondition.TYPE, "True"));
    if (rolling.isPresent() && !wasRolling) {
      return Stream.of(Notice.normal("RolloutStarted", "pods of a new revision are being started"));
    }
    return (wasRolling || wasStalled)
            && rolling.isEmpty()
            && turn.now(StalledCondition.TYPE, "True").isEmpty()
            && turn.now(PausedCondition.TYPE, "True").isEmpty()
        ? Stream.of(Notice.normal("RolloutCompleted", completed(turn)))
        : Stream.empty();
  }

  private static Optional<Condition> rolling(Optional<Condition> reconciling) {
    return reconciling.filter(c -> ReconcilingCondition.ROLLING_OUT.equals(c.getReason()));
  }

  private static boolean late(Optional<Condition> stalled) {
    return stalled.filter(c -> "ProgressDeadlineExceeded".equals(c.getReason())).isPresent();
  }

  private static String completed(Turn turn) {
    var components = turn.after().components();
    return "frontend %s, api %s pods of the newest revision are ready"
        .formatted(components.frontend().summary(), components.api().summary());
  }
}
