package dev.messageboard.operator;

import dev.messageboard.operator.api.v1alpha1.MessageBoardStatus;
import dev.messageboard.operator.desired.OptionalApi;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** When a board is looked at again though nothing happened. */
final class NextLook {

  private static final Duration SOON = Duration.ofSeconds(5);
  private static final Set<String> UNSETTLED = Set.of("Reconciling", "Stalled");

  private NextLook() {}

  /**
   * @param database when its database is due; empty means until something happens
   */
  static Optional<Duration> after(MessageBoardStatus status, Optional<Duration> database) {
    return isSettled(status)
        ? database
        : Optional.of(database.filter(due -> due.compareTo(SOON) < 0).orElse(SOON));
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
