package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.MessageBoard;
import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.OptionalApi;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** When a board is looked at although no event asks for it. */
final class NextLook {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Set<String> UNSETTLED = Set.of("Reconciling", "Stalled");

  private NextLook() {}

  static Optional<Duration> at(
      MessageBoard board, MessageBoardStatus status, Duration secretInterval) {
    if (!isSettled(status)) {
      return Optional.of(SOON);
    }
    return board.getSpec().database().external() == null
        ? Optional.empty()
        : Optional.of(secretInterval);
  }

  /** What a person has to mend may lie outside of what is watched: that is looked for too. */
  private static boolean isSettled(MessageBoardStatus status) {
    return status.conditions().stream()
        .noneMatch(
            condition -> UNSETTLED.contains(condition.getType()) || isAboutAMissingApi(condition));
  }

  private static boolean isAboutAMissingApi(Condition condition) {
    return OptionalApi.CONDITION.equals(condition.getType())
        && "False".equals(condition.getStatus());
  }
}
