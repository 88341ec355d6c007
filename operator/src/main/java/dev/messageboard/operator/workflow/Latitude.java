package dev.messageboard.operator.workflow;

import dev.messageboard.operator.api.v1alpha1.DriftPolicy;
import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import java.util.Optional;
import java.util.Set;

/**
 * What may be written in a pass.
 *
 * @param isPaused nothing
 * @param heals what others changed is put back
 * @param isNewGeneration the spec was changed, and not all of it may have been applied yet
 */
record Latitude(boolean isPaused, boolean heals, boolean isNewGeneration) {

  private static final Set<String> NOT_APPLIED =
      Set.of("ApplyFailed", "NameConflict", "InvalidSpec", "Paused");

  static Latitude of(MessageBoard board, Optional<MessageBoardStatus> before) {
    return new Latitude(
        board.getSpec().paused(),
        board.getSpec().driftPolicy() != DriftPolicy.Report,
        before.filter(status -> isApplied(board, status)).isEmpty());
  }

  private static boolean isApplied(MessageBoard board, MessageBoardStatus status) {
    return board.getMetadata().getGeneration().equals(status.observedGeneration())
        && status.conditions().stream()
            .noneMatch(condition -> NOT_APPLIED.contains(condition.getReason()));
  }
}
